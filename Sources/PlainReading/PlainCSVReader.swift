/// The plain way to read CSV: the whole text byte by byte, one field after the other.
///
/// It is the reference that the fast reader is held against, and it is written to be read: no window,
/// no reuse, no look at speed. Its rules are those of `CSVRecordScanner`.
public struct PlainCSVReader {
  /// A record, or a line that could not be read as one.
  public struct Record: Hashable, Sendable {
    /// The line on which it begins, from 1.
    public let line: Int
    /// The byte at which it begins.
    public let offset: Int
    /// Its fields with quotes resolved; nil for a line whose quoted field does not close.
    public let fields: [[UInt8]]?
    /// The bytes at which the fields begin, opening quotes included; for a damaged line that of the quote.
    public let starts: [Int]
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private let quotedLimit: Int
  private var position = 0
  private var line = 1

  private init(_ bytes: [UInt8], delimiter: UInt8, quotedLimit: Int) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.quotedLimit = quotedLimit
  }

  /// All records. The first one is the header, which says how many fields the others should have.
  ///
  /// A quoted field that has not closed after `quotedLimit` bytes is taken for one that never does.
  public static func records(
    of bytes: [UInt8], delimiter: UInt8, quotedLimit: Int = 1 << 24
  ) -> [Record] {
    var reader = PlainCSVReader(bytes, delimiter: delimiter, quotedLimit: quotedLimit)
    var records: [Record] = []
    var expected: Int?
    while reader.position < bytes.count {
      guard let record = reader.next(expected: expected) else { continue }
      if expected == nil, let fields = record.fields { expected = fields.count }
      records.append(record)
    }
    return records
  }

  /// The next record; nil for an empty line.
  private mutating func next(expected: Int?) -> Record? {
    let start = position
    let firstLine = line
    var fields: [[UInt8]] = []
    var starts: [Int] = []
    var spanningQuote: Int?
    while true {
      starts.append(position)
      let fieldLine = line
      guard let field = readField() else {
        return damaged(from: start, line: firstLine, quote: starts[starts.count - 1])
      }
      if line != fieldLine, spanningQuote == nil { spanningQuote = starts[starts.count - 1] }
      fields.append(field)
      if position < bytes.count, bytes[position] == delimiter {
        position += 1
        continue
      }
      skipLineBreak()
      break
    }
    if fields == [[]], bytes[start...].first != UInt8(ascii: "\"") { return nil }
    if let expected, fields.count != expected, let quote = spanningQuote {
      return damaged(from: start, line: firstLine, quote: quote)
    }
    return Record(line: firstLine, offset: start, fields: fields, starts: starts)
  }

  /// A field up to its delimiter or line break; nil when its quotes are wrong.
  private mutating func readField() -> [UInt8]? {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      let start = position
      while position < bytes.count, bytes[position] != delimiter, !isAtLineBreak { position += 1 }
      return Array(bytes[start..<position])
    }
    position += 1
    var content: [UInt8] = []
    let reach = min(bytes.count, position + quotedLimit)
    while position < reach {
      if bytes[position] == UInt8(ascii: "\"") {
        position += 1
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
          let ends = position == bytes.count || bytes[position] == delimiter || isAtLineBreak
          return ends ? content : nil
        }
        content.append(UInt8(ascii: "\""))
      } else {
        if bytes[position] == 10 { line += 1 }
        content.append(bytes[position])
      }
      position += 1
    }
    return nil
  }

  /// True at LF, at CRLF, and at a CR that ends the file.
  private var isAtLineBreak: Bool {
    if bytes[position] == 10 { return true }
    guard bytes[position] == 13 else { return false }
    return position + 1 == bytes.count || bytes[position + 1] == 10
  }

  private mutating func skipLineBreak() {
    if position < bytes.count, bytes[position] == 13 { position += 1 }
    if position < bytes.count, bytes[position] == 10 {
      position += 1
      line += 1
    }
  }

  /// Gives up everything from the record's start to the end of the line of the quote.
  private mutating func damaged(from start: Int, line firstLine: Int, quote: Int) -> Record {
    position = quote
    while position < bytes.count, bytes[position] != 10 { position += 1 }
    if position < bytes.count { position += 1 }
    line = firstLine + bytes[start..<position].count { $0 == 10 }
    return Record(line: firstLine, offset: start, fields: nil, starts: [quote])
  }
}
