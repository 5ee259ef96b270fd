/// `increment name` and `decrement name`: print a counter and count.
struct CounterNode: Node {
  let name: String
  let step: Int
  let range: Range<Int>

  var isBlank: Bool { false }

  func render(into renderer: inout Renderer) throws(TemplateError) -> Flow {
    try renderer.step(at: range)
    let count = renderer.scope.counter(name)
    let next = count.addingReportingOverflow(step)
    guard !next.overflow else {
      throw renderer.source.error(.problem(.numberOutOfRange, in: name), at: range)
    }
    renderer.scope.counters[name] = next.partialValue
    // An increment prints the count before, a decrement the count after.
    try renderer.write(.number(step > 0 ? count : next.partialValue), at: range)
    return .onward
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
