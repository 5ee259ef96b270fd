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
    let byteCount: Int
    let sha256: String?
  }

  /// Loads the file as UTF-8. Unless its encoding is known, bytes that only Windows-1252 explains are
  /// taken for that.
  static func load(
    _ source: ByteSource, hashes: Bool, encoding given: TextEncoding?
  ) throws(ReadFailure) -> Text {
    let bytes = try ByteStream(source).all()
    let sha256 = hashes ? SHA256.digest(of: bytes).hex : nil
    let mark = TextEncoding.marked(bytes.span)
    let encoding = given ?? mark?.encoding ?? guess(bytes.span)
    var text: [UInt8] = []
    if encoding == .windows1252 {
      TextBytes.appendWindows1252(bytes.span, in: 0..<bytes.count, to: &text)
    } else {
      // The mark becomes blanks, so that every place stays what it is in the file.
      text = bytes
      for index in 0..<(mark?.length ?? 0) where !encoding.isUTF16 { text[index] = 32 }
    }
    let isMarked = encoding == .utf8 && mark?.encoding == .utf8WithMark
    return Text(
      bytes: text, encoding: isMarked ? .utf8WithMark : encoding, byteCount: bytes.count,
      sha256: sha256)
  }

  private static func guess(_ bytes: Span<UInt8>) -> TextEncoding {
    let range = 0..<bytes.count
    guard TextBytes.firstInvalid(bytes, in: range) != nil else { return .utf8 }
    return TextBytes.hasMultibyteSequence(bytes, in: range) ? .utf8 : .windows1252
  }

  /// Reads every list of records in the file as a table.
  func read() throws(ReadFailure) -> [TableReading] {
    let text = try Self.load(
      input.source, hashes: options.hashesFiles, encoding: options.encoding)
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
