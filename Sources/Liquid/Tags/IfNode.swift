/// `if` and `unless` with their `elsif` and `else` branches: the first that holds is rendered.
struct IfNode: Node {
  struct Branch: Sendable {
    /// Nil for `else`.
    let condition: Condition?
    let isNegated: Bool
    let body: Block
  }

  let branches: [Branch]
  let isBlank: Bool
  let range: Range<Int>

  func compile(into compiler: inout Compiler) {
    let end = Compiler.Label()
    compiler.emit(.step, at: range)
    for branch in branches {
      let next = Compiler.Label()
      if let condition = branch.condition {
        compiler.jump(to: next, unless: condition, isNegated: branch.isNegated, at: range)
      }
      compiler.block(branch.body, at: range)
      compiler.emit(to: end, at: range) { .jump(to: $0) }
      compiler.place(next)
    }
    compiler.place(end)
  }

  static func parseIf(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    try parse(&parser, segment, "if")
  }

  static func parseUnless(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    try parse(&parser, segment, "unless")
  }

  private static func parse(
    _ parser: inout Parser, _ opening: Segment, _ name: String
  ) throws(TemplateError) -> (any Node)? {
    var branches: [Branch] = []
    var segment = opening
    while true {
      let condition = try condition(&parser, of: segment)
      let (body, end) = try parser.block(
        of: name, opened: opening, until: ["elsif", "else", "end" + name])
      let isNegated = branches.isEmpty && name == "unless"
      branches.append(Branch(condition: condition, isNegated: isNegated, body: body))
      if case .tag("end" + name) = end.kind { break }
      segment = end
    }
    let isBlank = branches.allSatisfy(\.body.isBlank)
    return IfNode(
      branches: isBlank ? branches.map(\.withoutText) : branches, isBlank: isBlank,
      range: opening.name)
  }

  /// The condition of a branch; what follows the word `else` is ignored, as the language says.
  private static func condition(
    _ parser: inout Parser, of segment: Segment
  ) throws(TemplateError) -> Condition? {
    if case .tag("else") = segment.kind { return nil }
    return try parser.attempt(in: segment) { parser throws(TemplateError) in
      var expressions = try parser.expressions(segment)
      return try expressions.condition()
    }
  }
}

extension IfNode.Branch {
  fileprivate var withoutText: Self {
    Self(condition: condition, isNegated: isNegated, body: body.withoutText)
  }
}
