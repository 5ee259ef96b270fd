/// `case value`: every `when` with an equal value is rendered, in order, once for each equal value.
///
/// An `else` is rendered when no `when` before it was.
struct CaseNode: Node {
  struct Branch: Sendable {
    /// The values of a `when`; nil for `else`.
    let values: [Expression]?
    let body: Block
    let range: Range<Int>
  }

  let subject: Expression
  let branches: [Branch]
  let isBlank: Bool
  let range: Range<Int>

  func render(into renderer: inout Renderer) throws(TemplateError) -> Flow {
    try renderer.step(at: range)
    let subject = try renderer.value(of: subject)
    var isMatched = false
    for branch in branches {
      guard let values = branch.values else {
        guard !isMatched else { continue }
        let flow = try renderer.render(branch.body, at: branch.range)
        guard flow == .onward else { return flow }
        continue
      }
      for expression in values {
        let value = try renderer.value(of: expression)
        guard try renderer.equal(subject, value, at: branch.range) else { continue }
        isMatched = true
        let flow = try renderer.render(branch.body, at: branch.range)
        guard flow == .onward else { return flow }
      }
    }
    return .onward
  }

  static func parse(
    _ parser: inout Parser, _ opening: Segment
  ) throws(TemplateError) -> (any Node)? {
    var expressions = try parser.expressions(opening)
    let subject = try expressions.expression()
    try expressions.requireEnd()
    let ends = ["when", "else", "endcase"]
    let (first, firstEnd) = try parser.block(of: "case", opened: opening, until: ends)
    var segment = firstEnd
    var branches: [Branch] = []
    var isBlank = first.isBlank
    while case .tag(let name) = segment.kind, name != "endcase" {
      let values = try values(&parser, of: segment, isElse: name == "else")
      let (body, end) = try parser.block(of: "case", opened: opening, until: ends)
      branches.append(Branch(values: values, body: body, range: segment.name))
      if !body.isBlank { isBlank = false }
      segment = end
    }
    if isBlank { branches = branches.map(\.withoutText) }
    return CaseNode(
      subject: subject, branches: branches, isBlank: isBlank, range: opening.name)
  }

  /// Values with commas or `or` between them; what follows them is ignored, as the language says.
  private static func values(
    _ parser: inout Parser, of segment: Segment, isElse: Bool
  ) throws(TemplateError) -> [Expression]? {
    var expressions = try parser.expressions(segment)
    if isElse {
      try expressions.requireEnd()
      return nil
    }
    var values = [try expressions.expression()]
    while expressions.take(.comma) || expressions.takeWord("or") {
      values.append(try expressions.expression())
    }
    return values
  }
}

extension CaseNode.Branch {
  fileprivate var withoutText: Self {
    Self(values: values, body: body.withoutText, range: range)
  }
}
