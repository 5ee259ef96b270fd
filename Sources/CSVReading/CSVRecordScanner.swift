/// Finds the fields of one record after the other: RFC 4180 with any one-byte delimiter.
///
/// A line break is LF or CRLF; a lone CR is data. A quote opens a quoted field only as the field's
/// first byte; elsewhere in an unquoted field it is data. When a quoted field does not close within 16 MiB, or
/// something else than a delimiter or a line break follows its closing quote, or a record that spans
/// lines has not the expected number of fields, only the record's first line is damaged: reading
/// resumes at the next line.
///
/// The bytes are handed in with each call, so that the caller may slide a window over a file.
public struct CSVRecordScanner: Sendable {
  /// What a scan found.
  public enum Outcome: Hashable, Sendable {
    /// A record; its fields are in `fields`.
    case record
    /// An empty line, which is no record.
    case emptyLine
    /// A line whose quoted field does not close, with the place of its opening quote.
    case unclosedQuote(at: Int)
    /// The record goes on beyond the bytes at hand, and they are not the last ones.
    case incomplete
    /// No byte is left.
    case end
  }

  /// The fields of the last record.
  public private(set) var fields: [CSVField] = []
  /// The byte after the last record, its line break left out.
  public private(set) var end = 0
  /// The byte at which the next record begins.
  public private(set) var next = 0
  /// How many line breaks the last record contains or ends with.
  public private(set) var lineBreaks = 0
  /// True when the last record has bytes from 0x80.
  public private(set) var hasHighBytes = false
  /// True when the last record has a NUL byte.
  public private(set) var hasNUL = false

  /// How many bytes a quoted field may have, unless said otherwise: 16 MiB.
  public static let standardQuotedLimit = 1 << 24

  private let delimiter: UInt8
  private let quotedLimit: Int

  /// How many fields the records should have; nil while the header is read.
  public var expectedFields: Int?

  /// A scanner for that delimiter. A quoted field that has not closed after so many bytes is taken for
  /// one that never does.
  public init(delimiter: UInt8, quotedLimit: Int = Self.standardQuotedLimit) {
    self.delimiter = delimiter
    self.quotedLimit = quotedLimit
  }

  /// Scans the record that begins at `start`. `isLast` is true when no byte follows those at hand.
  ///
  /// - Complexity: O(bytes of the record); allocates only when `fields` grows.
  public mutating func scan(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> Outcome {
    guard start < bytes.count else { return isLast ? .end : .incomplete }
    fields.removeAll(keepingCapacity: true)
    lineBreaks = 0
    hasNUL = false
    var seen: UInt8 = 0
    var index = start
    while true {
      let isQuoted = index < bytes.count && bytes[index] == UInt8(ascii: "\"")
      let close: Close
      if isQuoted {
        close = scanQuoted(bytes, from: index, seen: &seen, isLast: isLast)
      } else {
        close = scanPlain(bytes, from: index, seen: &seen, isLast: isLast)
      }
      switch close {
      case .delimiter(let after):
        index = after
      case .lineBreak(let after):
        hasHighBytes = seen >= 0x80
        next = after
        return finished(bytes, from: start, isLast: isLast)
      case .incomplete:
        return .incomplete
      case .damaged:
        return damaged(bytes, from: start, quote: index, isLast: isLast)
      }
    }
  }
}

extension CSVRecordScanner {
  private enum Close {
    case delimiter(after: Int)
    case lineBreak(after: Int)
    case incomplete
    case damaged
  }

  private mutating func scanPlain(
    _ bytes: Span<UInt8>, from start: Int, seen: inout UInt8, isLast: Bool
  ) -> Close {
    var index = start
    let count = bytes.count
    var or: UInt8 = 0
    defer { seen |= or }
    while index < count {
      let byte = bytes[index]
      if byte == delimiter {
        fields.append(CSVField(start: start, end: index))
        return .delimiter(after: index + 1)
      }
      if byte == 10 {
        end = index > start && bytes[index - 1] == 13 ? index - 1 : index
        fields.append(CSVField(start: start, end: end))
        lineBreaks += 1
        return .lineBreak(after: index + 1)
      }
      if byte == 0 { hasNUL = true }
      or |= byte
      index += 1
    }
    guard isLast else { return .incomplete }
    end = index > start && bytes[index - 1] == 13 ? index - 1 : index
    fields.append(CSVField(start: start, end: end))
    return .lineBreak(after: index)
  }

  private mutating func scanQuoted(
    _ bytes: Span<UInt8>, from quote: Int, seen: inout UInt8, isLast: Bool
  ) -> Close {
    var index = quote + 1
    let count = bytes.count
    // Not beyond the longest field, so that a quote that never closes does not fill the memory.
    let reach = min(count, index + quotedLimit)
    var doubled = false
    while index < reach {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        guard index + 1 < count else {
          return isLast ? closed(bytes, quote, index, doubled) : .incomplete
        }
        guard bytes[index + 1] == UInt8(ascii: "\"") else {
          return closed(bytes, quote, index, doubled, isLast: isLast)
        }
        doubled = true
        index += 2
        continue
      }
      if byte == 10 { lineBreaks += 1 }
      if byte == 0 { hasNUL = true }
      seen |= byte
      index += 1
    }
    return isLast || reach < count ? .damaged : .incomplete
  }

  /// The field ends with the quote at `index`, if a delimiter or a line break follows.
  private mutating func closed(
    _ bytes: Span<UInt8>, _ quote: Int, _ index: Int, _ doubled: Bool, isLast: Bool = true
  ) -> Close {
    let field = CSVField(
      start: quote + 1, end: index, isQuoted: true, hasDoubledQuotes: doubled)
    end = index + 1
    guard end < bytes.count else {
      fields.append(field)
      return .lineBreak(after: end)
    }
    if bytes[end] == delimiter {
      fields.append(field)
      return .delimiter(after: end + 1)
    }
    var after = end
    if bytes[after] == 13 {
      after += 1
      if after == bytes.count {
        guard isLast else { return .incomplete }
        fields.append(field)
        return .lineBreak(after: after)
      }
    }
    guard bytes[after] == 10 else { return .damaged }
    fields.append(field)
    lineBreaks += 1
    return .lineBreak(after: after + 1)
  }

  private mutating func finished(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool
  ) -> Outcome {
    if fields.count == 1, !fields[0].isQuoted, fields[0].start == fields[0].end {
      return .emptyLine
    }
    guard let expectedFields, fields.count != expectedFields,
      let spanning = fields.first(where: { spansLines($0, bytes) })
    else { return .record }
    return damaged(bytes, from: start, quote: spanning.outerStart, isLast: isLast)
  }

  private func spansLines(_ field: CSVField, _ bytes: Span<UInt8>) -> Bool {
    guard field.isQuoted else { return false }
    for index in field.start..<field.end where bytes[index] == 10 { return true }
    return false
  }

  /// Gives up the line that begins at `start`: the next record begins on the next line.
  private mutating func damaged(
    _ bytes: Span<UInt8>, from start: Int, quote: Int, isLast: Bool
  ) -> Outcome {
    // The quote may stand on a later line than the record's first; then all lines up to it are lost.
    var index = quote
    while index < bytes.count, bytes[index] != 10 { index += 1 }
    guard index < bytes.count || isLast else { return .incomplete }
    lineBreaks = 0
    var seen: UInt8 = 0
    for place in start..<index {
      if bytes[place] == 10 { lineBreaks += 1 }
      if bytes[place] == 0 { hasNUL = true }
      seen |= bytes[place]
    }
    hasHighBytes = seen >= 0x80
    end = index > start && bytes[index - 1] == 13 ? index - 1 : index
    if index < bytes.count {
      lineBreaks += 1
      next = index + 1
    } else {
      next = index
    }
    return .unclosedQuote(at: quote)
  }
}
