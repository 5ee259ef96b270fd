/// `increment name` and `decrement name`: print a counter and count.
struct CounterNode: Node {
  let name: String
  let step: Int
  let range: Range<Int>

  var isBlank: Bool { false }

  func compile(into compiler: inout Compiler) {
    compiler.tables.counters.append(ProgramCounter(name: name, step: step))
    let counter = Int32(compiler.tables.counters.count - 1)
    compiler.emit(.count(counter: counter), at: range)
  }

  static func parseIncrement(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    try parse(&parser, segment, 1)
  }

  static func parseDecrement(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    try parse(&parser, segment, -1)
  }

  private static func parse(
    _ parser: inout Parser, _ segment: Segment, _ step: Int
  ) throws(TemplateError) -> (any Node)? {
    var expressions = try parser.expressions(segment)
    let name = try expressions.variable()
    try expressions.requireEnd()
    return CounterNode(name: name, step: step, range: segment.name)
  }
}
