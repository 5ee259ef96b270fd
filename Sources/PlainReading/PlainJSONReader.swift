/// The plain way to read JSON: recursive descent over the whole text, one function a rule of RFC 8259.
///
/// It is the reference that the fast cursor is held against, and it is written to be read.
public struct PlainJSONReader {
  /// A value; numbers keep their text, objects the order of their keys.
  public indirect enum Value: Hashable, Sendable {
    case null
    case flag(Bool)
    case number(String)
    case string(String)
    case array([Value])
    case object([(key: String, value: Value)])

    /// Equality by content; of an object also the order of keys.
    public static func == (left: Value, right: Value) -> Bool {
      left.description == right.description
    }

    /// Hashes the content.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(description)
    }

    /// The value in a form in which different values differ.
    public var description: String {
      switch self {
      case .null: "null"
      case .flag(let flag): "\(flag)"
      case .number(let text): "#" + text
      case .string(let text): text.debugDescription
      case .array(let elements): "[" + elements.map(\.description).joined(separator: ",") + "]"
      case .object(let members):
        "{"
          + members.map { $0.key.debugDescription + ":" + $0.value.description }
          .joined(separator: ",") + "}"
      }
    }
  }

  private struct NotJSON: Error {}

  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads a text that is one value; nil when it is not JSON.
  public static func value(of bytes: [UInt8]) -> Value? {
    var reader = PlainJSONReader(bytes)
    do {
      let value = try reader.readValue(depth: 0)
      reader.skipSpace()
      return reader.position == bytes.count ? value : nil
    } catch {
      return nil
    }
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current, [32, 9, 10, 13].contains(byte) { position += 1 }
  }

  private mutating func take(_ text: String) throws {
    guard bytes[position...].starts(with: text.utf8) else { throw NotJSON() }
    position += text.utf8.count
  }

  private mutating func readValue(depth: Int) throws -> Value {
    guard depth <= 512 else { throw NotJSON() }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try readObject(depth: depth)
    case UInt8(ascii: "["): return try readArray(depth: depth)
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"):
      try take("true")
      return .flag(true)
    case UInt8(ascii: "f"):
      try take("false")
      return .flag(false)
    case UInt8(ascii: "n"):
      try take("null")
      return .null
    default: return .number(try readNumber())
    }
  }

  private mutating func readArray(depth: Int) throws -> Value {
    try take("[")
    var elements: [Value] = []
    skipSpace()
    if current == UInt8(ascii: "]") {
      position += 1
      return .array([])
    }
    while true {
      elements.append(try readValue(depth: depth + 1))
      skipSpace()
      if current == UInt8(ascii: "]") { break }
      try take(",")
    }
    position += 1
    return .array(elements)
  }

  private mutating func readObject(depth: Int) throws -> Value {
    try take("{")
    var members: [(key: String, value: Value)] = []
    skipSpace()
    if current == UInt8(ascii: "}") {
      position += 1
      return .object([])
    }
    while true {
      skipSpace()
      let key = try readString()
      skipSpace()
      try take(":")
      members.append((key, try readValue(depth: depth + 1)))
      skipSpace()
      if current == UInt8(ascii: "}") { break }
      try take(",")
    }
    position += 1
    return .object(members)
  }

  private mutating func readNumber() throws -> String {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    if current == UInt8(ascii: "0") { position += 1 } else { try readDigits() }
    if current == UInt8(ascii: ".") {
      position += 1
      try readDigits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      try readDigits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func readDigits() throws {
    guard let byte = current, (48...57).contains(byte) else { throw NotJSON() }
    while let byte = current, (48...57).contains(byte) { position += 1 }
  }

  private mutating func readString() throws -> String {
    try take("\"")
    var units: [UInt8] = []
    while let byte = current {
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: units, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        units += Array(try readEscape().utf8)
      } else {
        units.append(byte)
      }
    }
    throw NotJSON()
  }

  private mutating func readEscape() throws -> String {
    guard let byte = current else { throw NotJSON() }
    position += 1
    let plain: [UInt8: String] = [
      34: "\"", 92: "\\", 47: "/", 98: "\u{8}", 102: "\u{C}", 110: "\n", 114: "\r", 116: "\t",
    ]
    if let text = plain[byte] { return text }
    guard byte == UInt8(ascii: "u") else { throw NotJSON() }
    let first = try readUnit()
    if (0xD800..<0xDC00).contains(first) {
      let mark = position
      if current == UInt8(ascii: "\\"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "u")
      {
        position += 2
        let second = try readUnit()
        if (0xDC00..<0xE000).contains(second),
          let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00)
        {
          return String(scalar)
        }
        position = mark
      }
    }
    return String(Unicode.Scalar(first) ?? "\u{FFFD}")
  }

  private mutating func readUnit() throws -> UInt32 {
    guard position + 4 <= bytes.count else { throw NotJSON() }
    let digits = bytes[position..<position + 4]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit && $0 < 128 }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw NotJSON() }
    position += 4
    return unit
  }
}
