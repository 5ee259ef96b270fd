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
    let isLines = Self.isLines(input.path)
    if !isLines, let readings = try readAtOnce() { return readings }
    let file = try JSONFile(
      input.source, encoding: options.encoding, isLines: isLines, isHashing: options.hashesFiles)
    var base = base(file)
    if let damage = file.damage {
      base.report(damage)
      return [base]
    }
    guard !file.lists.isEmpty else {
      base.report(.unknownTable, variant: 2)
      return [base]
    }
    return try read(file, base)
  }

  /// Reads a large file of one list once: what it is shows its beginning, and the rest turns out to be like
  /// it. Nil when it does not.
  private func readAtOnce() throws(ReadFailure) -> [TableReading]? {
    guard let head = options.blocks.head else { return nil }
    let guess = try JSONFile.guess(
      input.source, head: head, encoding: options.encoding, isHashing: options.hashesFiles)
    guard let guess else { return nil }
    var pass = JSONPass(base(guess), guess, 0, options)
    try pass.read()
    guard let file = pass.confirmed else { return nil }
    return pass.otherDialect == nil ? pass.readings : try read(file, base(file))
  }

  /// What all tables of a file have in common.
  private func base(_ file: JSONFile) -> TableReading {
    var base = TableReading(file: SourceFile(path: input.path))
    base.layout.syntax = .json
    base.layout.encoding = file.encoding
    base.layout.text = file.encoding == .windows1252 ? file.source : nil
    base.file.syntax = file.mode == .lines && file.damage == nil ? .ndjson : .json
    base.note(file)
    return base
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
  /// Notes what the whole file tells.
  mutating func note(_ whole: JSONFile) {
    file.encoding = whole.encoding.rawValue
    file.byteCount = whole.byteCount
    file.sha256 = whole.sha256
    if whole.damage == nil, whole.hasNextLink { report(.incompletePages) }
  }

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
