/// `{{ value | filter }}`, and the tag `echo`.
struct OutputNode: Node {
  let expression: FilteredExpression

  var isBlank: Bool { false }

  func compile(into compiler: inout Compiler) { compiler.output(expression) }

  static func parse(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    var expressions = try parser.expressions(segment)
    return OutputNode(expression: try expressions.filteredExpression())
  }
}
