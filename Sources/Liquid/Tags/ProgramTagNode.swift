/// A tag that the program registered.
struct ProgramTagNode: Node {
  let tag: Tag
  let name: String
  let arguments: ArgumentExpressions
  let range: Range<Int>

  var isBlank: Bool { false }

  func compile(into compiler: inout Compiler) {
    let arguments = compiler.arguments(arguments)
    compiler.tables.tags.append(ProgramTag(name: name, tag: tag, arguments: arguments))
    compiler.emit(.call(tag: Int32(compiler.tables.tags.count - 1)), at: range)
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
