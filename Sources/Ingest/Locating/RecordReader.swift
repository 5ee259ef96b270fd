import BillingModel
import CSVReading
import Diagnostics
import JSONReading
import UnicodeFolding

/// Reads single records of one file again.
struct RecordReader {
  /// A field that was found again.
  struct Field {
    let line: Int
    let column: Int
    /// The byte of the file at which its line begins.
    let lineOffset: Int
    let length: Int
    let text: String?
  }

  private let layout: RecordLayout
  /// The whole text, for JSON; empty for CSV.
  private let text: [UInt8]
  private var lines = LineCounter()
  /// The records of CSV; nil for JSON.
  private var records: CSVRecordWindow?

  init(_ input: InputFile, _ layout: RecordLayout) throws(ReadFailure) {
    self.layout = layout
    if layout.syntax == .csv {
      text = []
      records = try CSVRecordWindow(input.source, layout)
    } else {
      text = try JSONFileReader.load(
        input.source, hashes: false, encoding: layout.encoding
      ).bytes
    }
  }

  /// A field of the record at `source`; the record's first byte when it has no such field.
  ///
  /// Cheap when it is called with ascending offsets.
  mutating func field(of source: RowSource, column: Int?) -> Field? {
    let place = column.flatMap { layout.sources[$0] }
    return layout.syntax == .csv ? csvField(source, place) : jsonField(source, place)
  }

  /// The record's bytes as text.
  mutating func rawText(at offset: Int, length: Int, limit: Int) -> String? {
    var bytes: [UInt8]
    if layout.syntax == .csv {
      guard let record = records?.record(at: offset), let all = records?.bytes else { return nil }
      let end = length > 0 ? min(record.start + length, all.count) : record.end
      bytes = Array(all[record.start..<end])
    } else {
      let end = length > 0 ? offset + length : JSONRecord.end(text.span, from: offset)
      bytes = Array(text[offset..<min(end, text.count)])
    }
    let isCut = bytes.count > limit
    if isCut { bytes = Array(bytes.prefix(limit)) }
    return String(decoding: decoded(bytes), as: UTF8.self) + (isCut ? "…" : "")
  }

  private func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard layout.syntax == .csv, layout.encoding == .windows1252 else { return bytes }
    var result: [UInt8] = []
    TextBytes.appendWindows1252(bytes.span, in: 0..<bytes.count, to: &result)
    return result
  }

  private mutating func csvField(_ source: RowSource, _ place: Int?) -> Field? {
    guard let record = records?.record(at: source.offset), let bytes = records?.bytes else {
      return nil
    }
    let whole = RecordPlace(
      line: source.line, offset: source.offset, start: record.start,
      length: record.end - record.start)
    guard let place, place < record.fields.count else {
      return Field(
        line: source.line, column: 1, lineOffset: source.offset, length: 1, text: nil)
    }
    let field = record.fields[place]
    let position = whole.position(of: field.outerStart, bytes.span, layout.encoding)
    var content: [UInt8] = []
    field.copyContent(of: bytes.span, into: &content)
    return Field(
      line: position.line, column: position.column, lineOffset: position.lineOffset,
      length: max(1, field.end - field.outerStart + (field.isQuoted ? 1 : 0)),
      text: WhiteSpace.trimmed(String(decoding: decoded(content), as: UTF8.self)))
  }

  private mutating func jsonField(_ source: RowSource, _ place: Int?) -> Field? {
    let text = self.text
    guard source.offset < text.count else { return nil }
    let lead = lines.place(of: source.offset, text.span).lead
    let end = JSONRecord.end(text.span, from: source.offset)
    let whole = RecordPlace(
      line: source.line, offset: source.offset, start: source.offset,
      length: end - source.offset, lead: lead)
    let name = place.map { layout.names[$0] }
    guard let name, let member = Self.member(name, in: source.offset..<end, text.span) else {
      return Field(
        line: source.line, column: lead + 1, lineOffset: source.offset - lead, length: 1,
        text: nil)
    }
    let position = whole.position(of: member.value.lowerBound, text.span, .utf8)
    return Field(
      line: position.line, column: position.column, lineOffset: position.lineOffset,
      length: member.value.count, text: Self.text(of: member, text.span))
  }

  /// The member of that name; a name with points is the way through nested objects.
  private static func member(
    _ name: String, in range: Range<Int>, _ bytes: Span<UInt8>
  ) -> JSONRecord.Member? {
    func find(_ name: some StringProtocol, _ range: Range<Int>) -> JSONRecord.Member? {
      JSONRecord.members(bytes, range)?.first { JSONText.content(of: $0.key, in: bytes) == name }
    }
    if let member = find(name, range) { return member }
    var found: JSONRecord.Member?
    for part in name.split(separator: ".") {
      found = find(part, found?.value ?? range)
      guard found != nil else { return nil }
    }
    return found
  }

  private static func text(of member: JSONRecord.Member, _ bytes: Span<UInt8>) -> String? {
    switch member.kind {
    case .null: nil
    case .string(let string): JSONText.content(of: string, in: bytes)
    case .scalar, .nested:
      String(decoding: bytes.extracting(member.value).copied, as: UTF8.self)
    }
  }
}

extension JSONRecord {
  /// The byte after the value that begins at `start`.
  static func end(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var cursor = JSONCursor(at: start)
    do {
      repeat {
        if try cursor.next(bytes) == .end { break }
      } while cursor.depth > 0
    } catch {
      return bytes.count
    }
    return cursor.position
  }
}
