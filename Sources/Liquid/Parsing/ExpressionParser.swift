/// Parses the content of one tag or output, token by token.
struct ExpressionParser {
  let source: Source
  let environment: Environment
  private(set) var tokens: [Token]
  private(set) var position = 0
  private var depth = 0

  init(
    _ range: Range<Int>, in source: Source, environment: Environment
  ) throws(TemplateError) {
    self.source = source
    self.environment = environment
    tokens = try TokenLexer.tokens(of: range, in: source)
  }

  var token: Token { tokens[position] }

  /// The token after the current one, or `end`.
  var following: Token { tokens[min(position + 1, tokens.count - 1)] }

  var isAtEnd: Bool { token.kind == .end }

  mutating func advance() {
    if position + 1 < tokens.count { position += 1 }
  }

  /// Moves on when the current token is of that kind.
  mutating func take(_ kind: Token.Kind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  mutating func takeWord(_ word: String) -> Bool { take(.name(word)) }

  mutating func require(_ kind: Token.Kind, _ expected: String) throws(TemplateError) {
    guard take(kind) else { throw unexpected(expected) }
  }

  func requireEnd() throws(TemplateError) {
    guard isAtEnd else { throw unexpected("the end") }
  }

  mutating func name(_ expected: String) throws(TemplateError) -> String {
    guard case .name(let name) = token.kind else { throw unexpected(expected) }
    advance()
    return name
  }

  /// The error that the current token is not what should stand here.
  func unexpected(_ expected: String) -> TemplateError {
    let found = isAtEnd ? "the end" : "'\(source.text(token.range))'"
    return source.error(.unexpected(found, expected: expected), at: token.range)
  }
}

extension ExpressionParser {
  /// `value`, `path.to.value`, `(first..last)`.
  mutating func expression() throws(TemplateError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= environment.limits.depth else {
      throw source.error(.nestedTooDeep(limit: environment.limits.depth), at: token.range)
    }
    switch token.kind {
    case .name(let name): return try named(name)
    case .openBracket: return try path(root: nil)
    case .openParenthesis: return try range()
    default: return .literal(try literal())
    }
  }

  private mutating func literal() throws(TemplateError) -> Value {
    let value: Value
    switch token.kind {
    case .text(let text): value = .text(text)
    case .number(let number): value = .number(number)
    case .decimal(let decimal): value = .decimal(decimal)
    default: throw unexpected("a value")
    }
    advance()
    return value
  }

  private mutating func named(_ name: String) throws(TemplateError) -> Expression {
    if let word = Self.words[name], following.kind != .dot, following.kind != .openBracket {
      advance()
      return .literal(word)
    }
    return try path(root: name)
  }

  private static let words: [String: Value] = [
    "nil": .nil, "null": .nil, "true": .flag(true), "false": .flag(false), "blank": .blank,
    "empty": .empty,
  ]

  private mutating func range() throws(TemplateError) -> Expression {
    let start = token.range.lowerBound
    advance()
    let first = try expression()
    try require(.dots, "'..'")
    let last = try expression()
    let end = token.range.upperBound
    try require(.closeParenthesis, "')'")
    return .range(first, last, at: start..<end)
  }

  private mutating func path(root name: String?) throws(TemplateError) -> Expression {
    let start = token.range.lowerBound
    let root: Path.Root
    if let name {
      advance()
      root = .name(name)
    } else {
      root = .computed(try bracketed())
    }
    var steps: [(step: Path.Step, range: Range<Int>)] = []
    while true {
      let place = token.range
      if token.kind == .openBracket {
        steps.append((.index(try bracketed()), place))
      } else if take(.dot) {
        let range = token.range
        steps.append((.name(try self.name("a name")), range))
      } else {
        break
      }
    }
    let end = tokens[position - 1].range.upperBound
    return .path(Path(root: root, steps: steps, range: start..<end))
  }

  private mutating func bracketed() throws(TemplateError) -> Expression {
    advance()
    let inner = try expression()
    try require(.closeBracket, "']'")
    return inner
  }
}
