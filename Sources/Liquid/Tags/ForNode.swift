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

  func compile(into compiler: inout Compiler) {
    let (otherwise, next) = (Compiler.Label(), Compiler.Label())
    let (leave, end) = (Compiler.Label(), Compiler.Label())
    let loop = compiler.loop(variable, collection, name, parameters)
    compiler.emit(to: otherwise, at: range) { .beginFor(loop: loop, to: $0) }
    compiler.place(next)
    compiler.emit(to: leave, at: range) { .nextFor(loop: loop, to: $0) }
    let uses = compiler.loopRecordUses
    compiler.with(["forloop", variable]) { compiler in
      compiler.inside(.loop(leave: leave, skip: next)) { $0.block(body, at: range) }
    }
    compiler.tables.loops[Int(loop)].hasRecord = compiler.loopRecordUses > uses
    compiler.emit(to: next, at: range) { .jump(to: $0) }
    compiler.place(leave)
    compiler.emit(.endFor, at: range)
    compiler.emit(to: end, at: range) { .jump(to: $0) }
    compiler.place(otherwise)
    if let block = self.otherwise { compiler.block(block, at: range) }
    compiler.place(end)
  }

  static func parse(
    _ parser: inout Parser, _ opening: Segment
  ) throws(TemplateError) -> (any Node)? {
    let parts = try LoopHead.parse(&parser, opening, of: "for")
    let (body, end) = try parser.block(of: "for", opened: opening, until: ["else", "endfor"])
    var otherwise: Block?
    var segment = end
    while case .tag("else") = segment.kind {
      let (block, end) = try parser.block(of: "for", opened: opening, until: ["else", "endfor"])
      otherwise = block
      segment = end
    }
    guard let (head, parameters) = parts else { return nil }
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

  func compile(into compiler: inout Compiler) {
    compiler.emit(.step, at: range)
    compiler.leave(flow, at: range)
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
