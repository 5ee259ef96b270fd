import ExactNumbers
import JSONReading
import Liquid

extension Value {
  /// The value of a JSON text's value: numbers exact, keys in their order.
  init(_ json: JSONValue) {
    switch json {
    case .null: self = .nil
    case .flag(let flag): self = .flag(flag)
    case .string(let text): self = .text(text)
    case .number(let text): self = Self.number(text)
    case .array(let elements): self = .list(elements.map { Value($0) })
    case .object(let members): self = .record(Record(members.map { ($0.key, Value($0.value)) }))
    }
  }

  private static func number(_ text: String) -> Value {
    if let whole = Int(text) { return .number(whole) }
    let bytes = Array(text.utf8)
    return DecimalText.parseScientific(bytes.span).map { .decimal($0) } ?? .text(text)
  }

  /// The field of that name; nil when the value is no record or lacks it.
  func field(_ name: String) -> Value? {
    guard case .record(let record) = self else { return nil }
    return record[name]
  }

  /// The text of a text value.
  var plainText: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }
}
