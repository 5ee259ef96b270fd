import BillingModel
import CSVReading
import Diagnostics
import Digests
import JSONReading

/// Reads a JSON file into its tables.
struct JSONFileReader {
  let input: InputFile
  let options: ReadingOptions

  /// The file's bytes as UTF-8, without a byte order mark.
  struct Text {
    let bytes: [UInt8]
    let encoding: TextEncoding
    let markLength: Int
    let byteCount: Int
    let sha256: String?
  }

  /// Loads the file. Bytes that only Windows-1252 explains are turned into UTF-8.
  static func load(_ source: ByteSource, hashes: Bool) throws(ReadFailure) -> Text {
    let stream = try ByteStream(source)
    let bytes = try stream.all()
    let sha256 = hashes ? SHA256.digest(of: bytes).hex : nil
    let mark = TextEncoding.marked(bytes.span)?.length ?? 0
    let range = mark..<bytes.count
    if mark == 0, TextBytes.firstInvalid(bytes.span, in: range) != nil,
      !TextBytes.hasMultibyteSequence(bytes.span, in: range)
    {
      var text: [UInt8] = []
      TextBytes.appendWindows1252(bytes.span, in: range, to: &text)
      return Text(
        bytes: text, encoding: .windows1252, markLength: 0, byteCount: bytes.count, sha256: sha256)
    }
    // The mark becomes blanks, so that every place stays what it is in the file.
    var text = bytes
    for index in 0..<mark { text[index] = 32 }
    return Text(
      bytes: text, encoding: mark == 0 ? .utf8 : .utf8WithMark, markLength: mark,
      byteCount: bytes.count, sha256: sha256)
  }

  /// Reads every list of records in the file as a table.
  func read() throws(ReadFailure) -> [TableReading] {
    let text = try Self.load(input.source, hashes: options.hashesFiles)
    var base = TableReading(file: SourceFile(path: input.path))
    base.file.encoding = text.encoding.rawValue
    base.file.byteCount = text.byteCount
    base.file.sha256 = text.sha256
    base.file.syntax = .json
    base.layout.syntax = .json
    base.layout.encoding = text.encoding
    let layout: JSONLayout
    do {
      layout = try JSONLayout(text.bytes.span, isLines: Self.isLines(input.path))
    } catch {
      base.report(error, in: text.bytes.span)
      return [base]
    }
    base.file.syntax = layout.syntax
    if layout.hasNextLink { base.report(.incompletePages) }
    guard !layout.lists.isEmpty else {
      base.report(.unknownTable, variant: 2)
      return [base]
    }
    let lists = layout.lists.filter { !$0.elements.isEmpty || Self.table($0.name) != nil }
    return (lists.isEmpty ? [layout.lists[0]] : lists).enumerated().flatMap { index, list in
      let start = index == 0 ? base : Self.next(base)
      var pass = JSONPass(start, list, layout, options)
      pass.read(text.bytes.span)
      guard let dialect = pass.otherDialect else { return pass.readings }
      var second = JSONPass(
        start, list, layout, options.reading(in: dialect, pass.readings[0].witnesses))
      second.read(text.bytes.span)
      return second.readings
    }
  }

  private static func next(_ base: TableReading) -> TableReading {
    var reading = base
    reading.findings = []
    return reading
  }

  private static func isLines(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl")
  }

  /// The table that a key of the outermost object names.
  static func table(_ name: String?) -> TableID? {
    name.flatMap { TableID(rawValue: $0.lowercased()) }
  }
}

extension TableReading {
  /// Notes where and why a file is not JSON.
  mutating func report(_ error: JSONSyntaxError, in bytes: Span<UInt8>) {
    var lines = LineCounter()
    let place = lines.place(of: min(error.position, bytes.count), bytes)
    report(
      .unreadableFile, variant: 1,
      facts: [
        Fact("line", "\(place.line)"), Fact("column", "\(place.lead + 1)"),
        Fact("expected", error.expected.rawValue),
      ])
  }
}
