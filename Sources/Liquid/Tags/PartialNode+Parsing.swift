extension PartialNode {
  static func parseRender(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    try parse(&parser, segment, .render)
  }

  static func parseInclude(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    try parse(&parser, segment, .include)
  }

  private static func parse(
    _ parser: inout Parser, _ segment: Segment, _ kind: Kind
  ) throws(TemplateError) -> (any Node)? {
    var expressions = try parser.expressions(segment)
    let start = expressions.token
    let template = try expressions.expression()
    if kind == .render, !start.isText {
      throw parser.source.error(
        .unexpected("an expression", expected: "a template's name in quotes"), at: start.range)
    }
    let binding = try binding(&expressions)
    var alias: String?
    if expressions.following.kind != .colon, expressions.takeWord("as") {
      alias = try expressions.name("the name of a variable")
    }
    return PartialNode(
      kind: kind, template: template, binding: binding, alias: alias,
      arguments: try arguments(&expressions), range: segment.name)
  }

  private static func binding(
    _ expressions: inout ExpressionParser
  ) throws(TemplateError) -> Binding {
    guard expressions.following.kind != .colon else { return .none }
    if expressions.takeWord("with") { return .one(try expressions.expression()) }
    if expressions.takeWord("for") { return .each(try expressions.expression()) }
    return .none
  }

  private static func arguments(
    _ expressions: inout ExpressionParser
  ) throws(TemplateError) -> [(name: String, value: Expression)] {
    var arguments: [(name: String, value: Expression)] = []
    while !expressions.isAtEnd {
      if expressions.take(.comma) { continue }
      let name = try expressions.name("'name: value' or the end")
      try expressions.require(.colon, "':'")
      arguments.append((name, try expressions.expression()))
    }
    return arguments
  }
}
