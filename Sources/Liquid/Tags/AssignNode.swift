/// `assign name = value`.
struct AssignNode: Node {
  let name: String
  let expression: FilteredExpression

  var isBlank: Bool { true }

  func compile(into compiler: inout Compiler) {
    compiler.load(expression)
    let slot = compiler.slot(of: name)
    compiler.emit(.assign(slot: slot), at: expression.range)
  }

  static func parse(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    var expressions = try parser.expressions(segment)
    let name = try expressions.variable()
    try expressions.require(.assign, "'='")
    return AssignNode(name: name, expression: try expressions.filteredExpression())
  }
}

/// `capture name`: what the body prints becomes a variable. It is escaped already, so it is markup.
struct CaptureNode: Node {
  let name: String
  let body: Block
  let range: Range<Int>

  var isBlank: Bool { true }

  func compile(into compiler: inout Compiler) {
    let slot = compiler.slot(of: name)
    compiler.emit(.beginCapture, at: range)
    compiler.inside(.capture(slot: slot)) { $0.block(body, at: range) }
    compiler.emit(.endCapture(slot: slot), at: range)
  }

  static func parse(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    let name = try parser.attempt(in: segment) { parser throws(TemplateError) in
      var expressions = try parser.expressions(segment)
      let name = try expressions.variable()
      try expressions.requireEnd()
      return name
    }
    let (body, _) = try parser.block(of: "capture", opened: segment, until: ["endcapture"])
    guard let name else { return nil }
    return CaptureNode(name: name, body: body, range: segment.name)
  }
}

extension ExpressionParser {
  /// The name of a variable that is set: letters, digits, `_` and `-`, also in quotes.
  mutating func variable() throws(TemplateError) -> String {
    let name: String
    switch token.kind {
    case .name(let word): name = word
    case .text(let text): name = text
    case .number: name = source.text(token.range)
    default: throw unexpected("the name of a variable")
    }
    guard !name.isEmpty, name.utf8.allSatisfy(Self.isVariableByte) else {
      throw unexpected("the name of a variable")
    }
    advance()
    return name
  }

  private static func isVariableByte(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || (byte | 32) &- 97 < 26 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }
}
