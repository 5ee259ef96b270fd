/// `cycle 'odd', 'even'`: the next of the values each time. A name before a colon keeps several apart.
struct CycleNode: Node {
  /// The name's expression; nil when the values as written are the name.
  let group: Expression?
  let key: String
  let values: [Expression]
  let range: Range<Int>

  var isBlank: Bool { false }

  func compile(into compiler: inout Compiler) {
    var operands: [Operand] = []
    for value in values { operands.append(compiler.operand(value)) }
    let group = compiler.operand(group)
    compiler.tables.cycles.append(ProgramCycle(group: group, key: key, values: operands))
    compiler.emit(.cycle(Int32(compiler.tables.cycles.count - 1)), at: range)
  }

  static func parse(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    var expressions = try parser.expressions(segment)
    var group: Expression?
    var start = expressions.position
    var values = [try expressions.expression()]
    if expressions.take(.colon) {
      group = values.removeLast()
      start = expressions.position
      values.append(try expressions.expression())
    }
    while expressions.take(.comma) {
      // The language lets a list of values end with a comma.
      guard !expressions.isAtEnd else { break }
      values.append(try expressions.expression())
    }
    let words = expressions.tokens[start..<expressions.position].map {
      expressions.source.text($0.range)
    }
    try expressions.requireEnd()
    return CycleNode(group: group, key: words.joined(), values: values, range: segment.name)
  }
}
