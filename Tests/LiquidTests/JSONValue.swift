import ExactNumbers
import Liquid

/// Reads JSON into template values: numbers exact, keys in their order. For test data only.
struct JSONValue {
  struct Malformed: Error {
    let offset: Int
  }

  private let bytes: [UInt8]
  private var index = 0

  static func read(_ bytes: [UInt8]) throws -> Value {
    var reader = JSONValue(bytes: bytes)
    return try reader.value()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func peek() throws -> UInt8 {
    while index < bytes.count, bytes[index] == 32 || (9...13).contains(bytes[index]) { index += 1 }
    guard index < bytes.count else { throw Malformed(offset: index) }
    return bytes[index]
  }

  private mutating func value() throws -> Value {
    switch try peek() {
    case UInt8(ascii: "{"): return try record()
    case UInt8(ascii: "["): return try list()
    case UInt8(ascii: "\""): return .text(try text())
    default: return try scalar()
    }
  }

  private mutating func scalar() throws -> Value {
    let word = bytes[index...].prefix { !",]} \n\r\t".utf8.contains($0) }
    index += word.count
    let text = String(decoding: word, as: UTF8.self)
    switch text {
    case "null": return .nil
    case "true": return .flag(true)
    case "false": return .flag(false)
    default: break
    }
    if let number = Int(text) { return .number(number) }
    let digits = Array(word)
    guard let decimal = DecimalText.parseScientific(digits.span) else {
      throw Malformed(offset: index)
    }
    return .decimal(decimal)
  }

  private mutating func list() throws -> Value {
    var values: [Value] = []
    index += 1
    while try peek() != UInt8(ascii: "]") {
      values.append(try value())
      if try peek() == UInt8(ascii: ",") { index += 1 }
    }
    index += 1
    return .list(values)
  }

  private mutating func record() throws -> Value {
    var fields: [(String, Value)] = []
    index += 1
    while try peek() != UInt8(ascii: "}") {
      let key = try text()
      guard try peek() == UInt8(ascii: ":") else { throw Malformed(offset: index) }
      index += 1
      fields.append((key, try value()))
      if try peek() == UInt8(ascii: ",") { index += 1 }
    }
    index += 1
    return .record(Record(fields))
  }

  private mutating func text() throws -> String {
    index += 1
    var output: [UInt8] = []
    while bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 1
        output.append(contentsOf: String(try escape()).utf8)
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    index += 1
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func escape() throws -> Character {
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"):
      let unit = try hexUnit()
      guard unit & 0xFC00 == 0xD800 else {
        return try Character(scalar(unit))
      }
      index += 2
      let low = try hexUnit()
      return try Character(scalar(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)))
    default: return Character(UnicodeScalar(letter))
    }
  }

  private mutating func hexUnit() throws -> UInt32 {
    let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
    index += 4
    guard let unit = UInt32(digits, radix: 16) else { throw Malformed(offset: index) }
    return unit
  }

  private func scalar(_ value: UInt32) throws -> UnicodeScalar {
    guard let scalar = UnicodeScalar(value) else { throw Malformed(offset: index) }
    return scalar
  }
}

extension Value {
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
