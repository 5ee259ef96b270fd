/// `for item in collection` with `reversed`, `limit` and `offset`, and an `else` for no items.
struct ForNode: Node {
  let variable: String
  let collection: Expression
  /// Variable and collection as written: `offset: continue` goes on after a loop of the same name.
  let name: String
  let parameters: LoopParameters
  let body: Block
  let otherwise: Block?
  let isBlank: Bool
  let range: Range<Int>

  func render(into renderer: inout Renderer) throws(TemplateError) -> Flow {
    try renderer.step(at: range)
    let items = LoopItems(try renderer.value(of: collection))
    let offset =
      parameters.continues
      ? renderer.scope.offsets[name] ?? 0
      : try renderer.wholeNumber(parameters.offset, at: range) ?? 0
    let limit = try renderer.wholeNumber(parameters.limit, at: range)
    let slice = LoopSlice(items, offset: offset, limit: limit, isReversed: parameters.isReversed)
    renderer.scope.offsets[name] = offset &+ slice.count
    guard slice.count > 0 else {
      guard let otherwise else { return .onward }
      return try renderer.render(otherwise, at: range)
    }
    return try pass(through: slice, &renderer)
  }

  private func pass(
    through slice: LoopSlice, _ renderer: inout Renderer
  ) throws(TemplateError) -> Flow {
    let parent = renderer.scope.loops.last ?? .nil
    let frame = renderer.scope.variables.count
    renderer.scope.loops.append(.nil)
    renderer.scope.variables.append(("forloop", .nil))
    renderer.scope.variables.append((variable, .nil))
    defer {
      renderer.scope.variables.removeSubrange(frame...)
      renderer.scope.loops.removeLast()
    }
    for index in 0..<slice.count {
      try renderer.step(at: range)
      let loop = LoopRecord.forloop(index, of: slice.count, name: name, parent: parent)
      renderer.scope.loops[renderer.scope.loops.count - 1] = loop
      renderer.scope.variables[frame].value = loop
      renderer.scope.variables[frame + 1].value = slice[index]
      if try renderer.render(body, at: range) == .leave { break }
    }
    return .onward
  }

  static func parse(
    _ parser: inout Parser, _ opening: Segment
  ) throws(TemplateError) -> (any Node)? {
    var expressions = try parser.expressions(opening)
    let head = try LoopHead.parse(&expressions)
    let parameters = try LoopParameters.parse(&expressions, of: "for")
    let (body, end) = try parser.block(of: "for", opened: opening, until: ["else", "endfor"])
    var otherwise: Block?
    var segment = end
    while case .tag("else") = segment.kind {
      let (block, end) = try parser.block(of: "for", opened: opening, until: ["else", "endfor"])
      otherwise = block
      segment = end
    }
    let isBlank = body.isBlank && otherwise?.isBlank ?? true
    return ForNode(
      variable: head.variable, collection: head.collection, name: head.name,
      parameters: parameters, body: isBlank ? body.withoutText : body,
      otherwise: isBlank ? otherwise?.withoutText : otherwise, isBlank: isBlank,
      range: opening.name)
  }
}

/// `break` and `continue`.
struct JumpNode: Node {
  let flow: Flow
  let range: Range<Int>

  var isBlank: Bool { false }

  func render(into renderer: inout Renderer) throws(TemplateError) -> Flow {
    try renderer.step(at: range)
    return flow
  }

  static func parseBreak(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    try parse(&parser, segment, .leave)
  }

  static func parseContinue(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    try parse(&parser, segment, .skip)
  }

  private static func parse(
    _ parser: inout Parser, _ segment: Segment, _ flow: Flow
  ) throws(TemplateError) -> (any Node)? {
    let expressions = try parser.expressions(segment)
    try expressions.requireEnd()
    return JumpNode(flow: flow, range: segment.name)
  }
}
