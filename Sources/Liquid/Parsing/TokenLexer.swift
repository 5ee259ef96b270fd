import ExactNumbers

/// Cuts the content of a tag or output into tokens.
struct TokenLexer {
  private let source: Source
  private let end: Int
  private var position: Int

  /// All tokens of the range, and one `end`.
  static func tokens(
    of range: Range<Int>, in source: Source
  ) throws(TemplateError) -> [Token] {
    var lexer = TokenLexer(source: source, end: range.upperBound, position: range.lowerBound)
    var tokens: [Token] = []
    while let token = try lexer.next() { tokens.append(token) }
    tokens.append(Token(kind: .end, range: range.upperBound..<range.upperBound))
    return tokens
  }

  private mutating func next() throws(TemplateError) -> Token? {
    while position < end, isSpace(source.bytes[position]) { position += 1 }
    guard position < end else { return nil }
    let start = position
    let byte = source.bytes[start]
    let kind: Token.Kind
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      kind = try quoted(byte)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      kind = try number()
    case UInt8(ascii: "-") where isDigit(start + 1):
      kind = try number()
    case UInt8(ascii: "_"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      kind = word()
    default:
      kind = try sign(byte)
    }
    return Token(kind: kind, range: start..<position)
  }
}

extension TokenLexer {
  private func byte(_ index: Int) -> UInt8? {
    index < end ? source.bytes[index] : nil
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || (9...13).contains(byte)
  }

  private func isDigit(_ index: Int) -> Bool {
    guard let byte = byte(index) else { return false }
    return byte &- 48 < 10
  }

  private mutating func quoted(_ quote: UInt8) throws(TemplateError) -> Token.Kind {
    let start = position + 1
    guard let stop = source.bytes[start..<end].firstIndex(of: quote) else {
      throw source.error(.unclosedQuote, at: position..<end)
    }
    position = stop + 1
    return .text(source.text(start..<stop))
  }

  private mutating func number() throws(TemplateError) -> Token.Kind {
    let start = position
    position += 1
    while isDigit(position) { position += 1 }
    let isDecimal = byte(position) == UInt8(ascii: ".") && isDigit(position + 1)
    if isDecimal {
      position += 1
      while isDigit(position) { position += 1 }
    }
    let text = source.text(start..<position)
    if isDecimal, let decimal = ExactDecimal(text) { return .decimal(decimal) }
    if !isDecimal, let number = Int(text) { return .number(number) }
    throw source.error(.numberOutOfRange(text), at: start..<position)
  }

  private mutating func word() -> Token.Kind {
    let start = position
    while let byte = byte(position), isWordByte(byte) { position += 1 }
    if byte(position) == UInt8(ascii: "?") { position += 1 }
    let name = source.text(start..<position)
    if name == "contains", let next = byte(position), isSpace(next) {
      return .comparison(.contains)
    }
    return .name(name)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || (byte | 32) &- 97 < 26 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }

  private mutating func sign(_ first: UInt8) throws(TemplateError) -> Token.Kind {
    if position + 1 < end, let pair = Self.pairs[source.text(position..<position + 2)] {
      position += 2
      return pair
    }
    if let single = Self.singles[first] {
      position += 1
      return single
    }
    var stop = position + 1
    while let byte = byte(stop), byte & 0xC0 == 0x80 { stop += 1 }
    let character = source.text(position..<stop)
    throw source.error(.unexpectedCharacter(character), at: position..<stop)
  }

  private static let pairs: [String: Token.Kind] = [
    "==": .comparison(.equal), "!=": .comparison(.notEqual), "<>": .comparison(.notEqual),
    "<=": .comparison(.lessOrEqual), ">=": .comparison(.greaterOrEqual), "..": .dots,
  ]

  private static let singles: [UInt8: Token.Kind] = [
    UInt8(ascii: "<"): .comparison(.less), UInt8(ascii: ">"): .comparison(.greater),
    UInt8(ascii: "="): .assign, UInt8(ascii: "|"): .pipe, UInt8(ascii: "."): .dot,
    UInt8(ascii: ":"): .colon, UInt8(ascii: ","): .comma, UInt8(ascii: "["): .openBracket,
    UInt8(ascii: "]"): .closeBracket, UInt8(ascii: "("): .openParenthesis,
    UInt8(ascii: ")"): .closeParenthesis,
  ]
}
