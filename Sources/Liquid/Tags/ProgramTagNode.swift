/// A tag that the program registered.
struct ProgramTagNode: Node {
  let tag: Tag
  let name: String
  let arguments: ArgumentExpressions
  let range: Range<Int>

  var isBlank: Bool { false }

  func render(into renderer: inout Renderer) throws(TemplateError) -> Flow {
    try renderer.step(at: range)
    let arguments = try renderer.values(of: arguments)
    let text: String
    do throws(Problem) {
      text = try tag.function(arguments)
    } catch {
      throw renderer.source.error(.problem(error, in: name), at: range)
    }
    try renderer.write(text, at: range)
    return .onward
  }

  static func parse(
    _ tag: Tag, name: String, _ segment: Segment, _ parser: inout Parser
  ) throws(TemplateError) -> ProgramTagNode {
    var expressions = try parser.expressions(segment)
    var arguments = ArgumentExpressions()
    if !expressions.isAtEnd {
      arguments = try expressions.arguments(of: name, named: tag.named)
    }
    try expressions.requireEnd()
    try expressions.check(arguments, of: name, allowed: tag.positional, at: segment.name)
    return ProgramTagNode(tag: tag, name: name, arguments: arguments, range: segment.name)
  }
}
