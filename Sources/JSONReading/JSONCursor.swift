/// Reads JSON (RFC 8259) token by token from bytes, which are handed in with each call.
///
/// The grammar is checked as it goes; a value may stand after another, as in newline-delimited JSON.
/// Strings are given as ranges and are neither unescaped nor checked for UTF-8.
public struct JSONCursor: Sendable {
  /// How deeply arrays and objects may stand in each other.
  public static let depthLimit = 512

  /// The next byte to read.
  public internal(set) var position: Int
  /// The first byte of the last token.
  public internal(set) var tokenStart = 0
  /// How many arrays and objects are open.
  public var depth: Int { open.count }

  var open: [Container] = []
  var expects = Expectation.value

  enum Container: Sendable { case array, object }
  enum Expectation: Sendable { case value, firstElement, firstKey, key, colon, separator }

  /// A cursor before the value that begins at or after `start`.
  public init(at start: Int = 0) {
    position = start
  }

  /// The next token; `.end` when only white space is left between values.
  public mutating func next(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONToken {
    while true {
      skipSpace(bytes)
      guard position < bytes.count else {
        guard open.isEmpty, expects == .value else { throw error(.endOfText) }
        return .end
      }
      tokenStart = position
      if let token = try step(bytes, bytes[position]) { return token }
    }
  }

  private mutating func step(
    _ bytes: Span<UInt8>, _ byte: UInt8
  ) throws(JSONSyntaxError) -> JSONToken? {
    switch expects {
    case .firstElement where byte == UInt8(ascii: "]"): return close(.endArray)
    case .value, .firstElement: return try value(bytes, byte)
    case .firstKey where byte == UInt8(ascii: "}"): return close(.endObject)
    case .firstKey, .key:
      guard byte == UInt8(ascii: "\"") else { throw error(.key) }
      let text = try string(bytes)
      expects = .colon
      return .key(text)
    case .colon:
      guard byte == UInt8(ascii: ":") else { throw error(.colon) }
      position += 1
      expects = .value
      return nil
    case .separator: return try separator(byte)
    }
  }

  private mutating func separator(_ byte: UInt8) throws(JSONSyntaxError) -> JSONToken? {
    switch (open.last, byte) {
    case (.array, UInt8(ascii: "]")): return close(.endArray)
    case (.object, UInt8(ascii: "}")): return close(.endObject)
    case (_, UInt8(ascii: ",")):
      position += 1
      expects = open.last == .array ? .value : .key
      return nil
    default: throw error(.separator)
    }
  }

  private mutating func value(
    _ bytes: Span<UInt8>, _ byte: UInt8
  ) throws(JSONSyntaxError) -> JSONToken {
    switch byte {
    case UInt8(ascii: "{"): return try begin(.object, .beginObject)
    case UInt8(ascii: "["): return try begin(.array, .beginArray)
    case UInt8(ascii: "\""):
      let text = try string(bytes)
      ended()
      return .string(text)
    case UInt8(ascii: "t"): return try word("true", .true, bytes)
    case UInt8(ascii: "f"): return try word("false", .false, bytes)
    case UInt8(ascii: "n"): return try word("null", .null, bytes)
    default: return try number(bytes)
    }
  }
}

/// A piece of JSON.
public enum JSONToken: Hashable, Sendable {
  case beginObject, endObject, beginArray, endArray
  case key(JSONString)
  case string(JSONString)
  case number(Range<Int>)
  case `true`, `false`, null
  case end
}

/// Where a string's content lies, its quotes left out.
public struct JSONString: Hashable, Sendable {
  /// The first byte of the content; the opening quote is the byte before.
  public let start: Int
  /// The byte after the content.
  public let end: Int
  /// True when the content has backslashes.
  public let hasEscapes: Bool
}

/// Why and where text is not JSON.
public struct JSONSyntaxError: Error, Hashable, Sendable {
  /// What the grammar wants at the place.
  public enum Expected: String, Hashable, Sendable {
    case value = "a value"
    case key = "a key in quotes"
    case colon = "a colon"
    case separator = "a comma or the end of the array or object"
    case endOfString = "the closing quote of a string"
    case escape = "a valid escape after the backslash"
    case number = "a number"
    case endOfText = "the rest of the value: the text is cut off"
    case lessDepth = "less than 512 arrays and objects in each other"
  }

  /// The byte at which the text stops being JSON.
  public let position: Int
  /// What the grammar wants there.
  public let expected: Expected

  /// Names a place and what is missing there.
  public init(position: Int, expected: Expected) {
    self.position = position
    self.expected = expected
  }
}

extension JSONCursor {
  private func error(_ expected: JSONSyntaxError.Expected) -> JSONSyntaxError {
    JSONSyntaxError(position: position, expected: expected)
  }

  mutating func skipSpace(_ bytes: Span<UInt8>) {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 32 || byte == 10 || byte == 13 || byte == 9 else { return }
      position += 1
    }
  }

  private mutating func begin(
    _ container: Container, _ token: JSONToken
  ) throws(JSONSyntaxError) -> JSONToken {
    guard open.count < Self.depthLimit else { throw error(.lessDepth) }
    open.append(container)
    position += 1
    expects = container == .array ? .firstElement : .firstKey
    return token
  }

  private mutating func close(_ token: JSONToken) -> JSONToken {
    open.removeLast()
    position += 1
    ended()
    return token
  }

  mutating func ended() {
    expects = open.isEmpty ? .value : .separator
  }

  private mutating func word(
    _ word: StaticString, _ token: JSONToken, _ bytes: Span<UInt8>
  ) throws(JSONSyntaxError) -> JSONToken {
    let text = "\(word)"
    guard position + text.utf8.count <= bytes.count else { throw error(.value) }
    for (index, byte) in text.utf8.enumerated() where bytes[position + index] != byte {
      throw error(.value)
    }
    position += text.utf8.count
    ended()
    return token
  }

  private mutating func string(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONString {
    let start = position + 1
    var index = start
    var hasEscapes = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        position = index + 1
        return JSONString(start: start, end: index, hasEscapes: hasEscapes)
      }
      if byte == UInt8(ascii: "\\") {
        guard let length = JSONText.escapeLength(bytes, at: index) else {
          position = index
          throw error(.escape)
        }
        hasEscapes = true
        index += length
      } else {
        index += 1
      }
    }
    throw error(.endOfString)
  }

  private mutating func number(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONToken {
    let start = position
    var index = start
    func digits() -> Int {
      let first = index
      while index < bytes.count, bytes[index] &- 48 < 10 { index += 1 }
      return index - first
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    let leading = index
    let whole = digits()
    guard whole > 0 else { throw error(.value) }
    guard whole == 1 || bytes[leading] != UInt8(ascii: "0") else { throw error(.number) }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      guard digits() > 0 else { throw error(.number) }
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-")
      {
        index += 1
      }
      guard digits() > 0 else { throw error(.number) }
    }
    position = index
    ended()
    return .number(start..<index)
  }
}
