/// JSON read the plain way, for what the program prints and for the files of the sample: it shares no
/// code with the program.
enum JSON: Hashable {
  case null
  case flag(Bool)
  /// The source text of a number.
  case number(String)
  case text(String)
  case list([JSON])
  case object([Member])

  /// A member of an object, in the order of the text.
  struct Member: Hashable {
    let key: String
    let value: JSON
    /// The line on which the value begins.
    let line: Int
  }

  /// Text that is not JSON, and where.
  struct Malformed: Error {
    let position: Int
  }

  init(_ bytes: [UInt8]) throws {
    var parser = PlainParser(bytes: bytes)
    self = try parser.value()
    parser.skipSpace()
    guard parser.position == bytes.count else { throw Malformed(position: parser.position) }
  }

  /// All values that stand one after the other, with the line on which each begins.
  static func sequence(_ bytes: [UInt8]) throws -> [(value: JSON, line: Int)] {
    var parser = PlainParser(bytes: bytes)
    var result: [(JSON, Int)] = []
    parser.skipSpace()
    while parser.position < bytes.count {
      let line = parser.line
      result.append((try parser.value(), line))
      parser.skipSpace()
    }
    return result
  }

  /// The member of that name; null when there is none.
  subscript(key: String) -> JSON {
    guard case .object(let members) = self else { return .null }
    return members.first { $0.key == key }?.value ?? .null
  }

  /// The elements of an array; none of anything else.
  var elements: [JSON] {
    if case .list(let elements) = self { elements } else { [] }
  }

  /// The members of an object; none of anything else.
  var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// A string's content.
  var string: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// A whole number.
  var int: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }

  /// What stands in one cell of a table: the text of a string or number, a word for the rest.
  var cell: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let text), .text(let text): text
    case .list(let elements): "[" + elements.map(\.cell).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { $0.key + ":" + $0.value.cell }.joined(separator: ",") + "}"
    }
  }
}

private struct PlainParser {
  let bytes: [UInt8]
  var position = 0
  var line = 1

  mutating func skipSpace() {
    while position < bytes.count, [32, 9, 10, 13].contains(bytes[position]) {
      if bytes[position] == 10 { line += 1 }
      position += 1
    }
  }

  mutating func value() throws -> JSON {
    skipSpace()
    guard position < bytes.count else { throw JSON.Malformed(position: position) }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try list()
    case UInt8(ascii: "\""): return .text(try string())
    default: return try scalar()
    }
  }

  private mutating func take(_ character: Character) throws {
    skipSpace()
    guard position < bytes.count, bytes[position] == character.asciiValue else {
      throw JSON.Malformed(position: position)
    }
    position += 1
  }

  private mutating func isNext(_ character: Character) -> Bool {
    skipSpace()
    return position < bytes.count && bytes[position] == character.asciiValue
  }

  private mutating func object() throws -> JSON {
    var members: [JSON.Member] = []
    try take("{")
    while !isNext("}") {
      if !members.isEmpty { try take(",") }
      skipSpace()
      let key = try string()
      try take(":")
      skipSpace()
      let start = line
      members.append(JSON.Member(key: key, value: try value(), line: start))
    }
    try take("}")
    return .object(members)
  }

  private mutating func list() throws -> JSON {
    var elements: [JSON] = []
    try take("[")
    while !isNext("]") {
      if !elements.isEmpty { try take(",") }
      elements.append(try value())
    }
    try take("]")
    return .list(elements)
  }

  private mutating func string() throws -> String {
    try take("\"")
    var content: [UInt8] = []
    var text = ""
    var units: [UInt16] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\\") {
        let unit = try escape()
        text += String(decoding: content, as: UTF8.self)
        content = []
        units.append(unit)
        if UTF16.isLeadSurrogate(.init(unit)) { continue }
      } else {
        content.append(byte)
      }
      if !units.isEmpty {
        text += String(decoding: units, as: UTF16.self)
        units = []
      }
    }
    try take("\"")
    return text + String(decoding: units, as: UTF16.self) + String(decoding: content, as: UTF8.self)
  }

  private mutating func escape() throws -> UInt16 {
    guard position < bytes.count else { throw JSON.Malformed(position: position) }
    let letter = bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "u"):
      let digits = String(decoding: bytes[position..<min(bytes.count, position + 4)], as: UTF8.self)
      guard let unit = UInt16(digits, radix: 16) else {
        throw JSON.Malformed(position: position)
      }
      position += 4
      return unit
    default: return UInt16(letter)
    }
  }

  private mutating func scalar() throws -> JSON {
    let start = position
    while position < bytes.count, !",]} \n\r\t".utf8.contains(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    switch text {
    case "null": return .null
    case "true": return .flag(true)
    case "false": return .flag(false)
    default:
      guard Double(text) != nil else { throw JSON.Malformed(position: start) }
      return .number(text)
    }
  }
}
