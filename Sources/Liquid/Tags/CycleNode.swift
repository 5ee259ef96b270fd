/// `cycle 'odd', 'even'`: the next of the values each time. A name before a colon keeps several apart.
struct CycleNode: Node {
  /// The name's expression; nil when the values as written are the name.
  let group: Expression?
  let key: String
  let values: [Expression]
  let range: Range<Int>

  var isBlank: Bool { false }

  func render(into renderer: inout Renderer) throws(TemplateError) -> Flow {
    try renderer.step(at: range)
    var key = "values " + self.key
    if let group {
      key = "group " + (try renderer.inspected(try renderer.value(of: group), at: range))
    }
    let place = renderer.scope.cycles[key] ?? 0
    if place < values.count {
      try renderer.write(try renderer.value(of: values[place]), at: range)
    }
    renderer.scope.cycles[key] = place + 1 >= values.count ? 0 : place + 1
    return .onward
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
