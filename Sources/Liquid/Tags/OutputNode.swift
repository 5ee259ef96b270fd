/// `{{ value | filter }}`, and the tag `echo`.
struct OutputNode: Node {
  let expression: FilteredExpression

  var isBlank: Bool { false }

  func render(into renderer: inout Renderer) throws(TemplateError) -> Flow {
    try renderer.step(at: expression.range)
    let value = try renderer.value(of: expression)
    try renderer.write(value, at: expression.range)
    return .onward
  }

  static func parse(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    var expressions = try parser.expressions(segment)
    return OutputNode(expression: try expressions.filteredExpression())
  }
}
