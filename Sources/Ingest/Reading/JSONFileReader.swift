import BillingModel
import CSVReading
import Diagnostics
import JSONReading

/// Reads a JSON file into its tables.
struct JSONFileReader {
  let input: InputFile
  let options: ReadingOptions

  /// Reads every list of records in the file as a table, or several.
  func read() throws(ReadFailure) -> [TableReading] {
    let file = try JSONFile(
      input.source, encoding: options.encoding, isLines: Self.isLines(input.path),
      isHashing: options.hashesFiles)
    var base = TableReading(file: SourceFile(path: input.path))
    base.file.encoding = file.encoding.rawValue
    base.file.byteCount = file.byteCount
    base.file.sha256 = file.sha256
    base.file.syntax = .json
    base.layout.syntax = .json
    base.layout.encoding = file.encoding
    if let damage = file.damage {
      base.report(damage)
      return [base]
    }
    base.file.syntax = file.mode == .lines ? .ndjson : .json
    if file.hasNextLink { base.report(.incompletePages) }
    guard !file.lists.isEmpty else {
      base.report(.unknownTable, variant: 2)
      return [base]
    }
    return try read(file, base)
  }

  private func read(
    _ file: JSONFile, _ base: TableReading
  ) throws(ReadFailure) -> [TableReading] {
    var lists = file.lists.indices.filter { index in
      file.lists[index].count > 0 || Self.table(file.lists[index].list.name) != nil
    }
    if lists.isEmpty { lists = [0] }
    var readings: [TableReading] = []
    for list in lists {
      let start = list == lists[0] ? base : Self.next(base)
      var pass = JSONPass(start, file, list, options)
      try pass.read()
      if let dialect = pass.otherDialect {
        pass = JSONPass(
          start, file, list, options.reading(in: dialect, pass.readings[0].witnesses))
        try pass.read()
      }
      readings += pass.readings
    }
    return readings
  }

  private static func next(_ base: TableReading) -> TableReading {
    var reading = base
    reading.findings = []
    return reading
  }

  private static func isLines(_ path: String) -> Bool {
    var name = path.lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    return name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl")
  }

  /// The table that a key of the outermost object names.
  static func table(_ name: String?) -> TableID? {
    name.flatMap { TableID(rawValue: $0.lowercased()) }
  }
}

extension TableReading {
  /// Notes where and why a file is not JSON.
  fileprivate mutating func report(_ broken: BrokenJSON) {
    report(
      .unreadableFile, variant: 1,
      facts: [
        Fact("line", "\(broken.line)"), Fact("column", "\(broken.lead + 1)"),
        Fact("expected", broken.error.expected.rawValue),
      ])
  }
}
