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
  /// The records of CSV; nil for JSON.
  private let records: CSVRecordWindow?
  /// The records of JSON; nil for CSV.
  private let values: JSONRecordWindow?

  init(_ input: InputFile, _ layout: RecordLayout) throws(ReadFailure) {
    self.layout = layout
    if layout.syntax == .csv {
      values = nil
      records = try CSVRecordWindow(input.source, layout)
    } else {
      records = nil
      values = try JSONRecordWindow(Self.text(of: input, layout))
    }
  }

  /// The bytes that offsets of records count: JSON in Windows-1252 is turned into UTF-8 for reading.
  static func text(
    of input: InputFile, _ layout: RecordLayout
  ) throws(ReadFailure) -> ByteSource {
    guard layout.syntax != .csv, layout.encoding == .windows1252 else { return input.source }
    return .memory(try JSONFile.textOfWindows1252(input.source))
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
    guard var bytes = raw(at: offset, length: length) else { return nil }
    let isCut = bytes.count > limit
    if isCut { bytes = Array(bytes.prefix(limit)) }
    return String(decoding: decoded(bytes), as: UTF8.self) + (isCut ? "…" : "")
  }

  private func raw(at offset: Int, length: Int) -> [UInt8]? {
    if let record = records?.record(at: offset), let all = records?.bytes {
      let end = length > 0 ? min(record.start + length, all.count) : record.end
      return Array(all[record.start..<end])
    }
    do throws(ReadFailure) {
      guard length > 0 else {
        return try values?.record(at: offset).map { Array(values?.bytes[$0] ?? []) }
      }
      return try values?.bytes(at: offset, count: length)
    } catch {
      return nil
    }
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
    do throws(ReadFailure) {
      guard let values, let range = try values.record(at: source.offset) else { return nil }
      let lead = try values.lead(of: source.offset)
      let name = place.map { layout.names[$0] }
      return Self.jsonField(source, range, lead, name, values.bytes.span)
    } catch {
      return nil
    }
  }

  private static func jsonField(
    _ source: RowSource, _ range: Range<Int>, _ lead: Int, _ name: String?, _ text: Span<UInt8>
  ) -> Field? {
    let whole = RecordPlace(
      line: source.line, offset: source.offset, start: range.lowerBound, length: range.count,
      lead: lead)
    guard let name, let member = member(name, in: range, text) else {
      return Field(
        line: source.line, column: lead + 1, lineOffset: source.offset - lead, length: 1,
        text: nil)
    }
    let position = whole.position(of: member.value.lowerBound, text, .utf8)
    return Field(
      line: position.line, column: position.column, lineOffset: position.lineOffset,
      length: member.value.count, text: Self.text(of: member, text))
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
