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

  func compile(into compiler: inout Compiler) {
    let subject = compiler.operand(subject)
    compiler.emit(.beginCase(subject), at: range)
    compiler.with(["", "", ""]) { compiler in
      compiler.inside(.choice) { compiler in
        for branch in branches { Self.compile(branch, of: subject, into: &compiler) }
      }
    }
    compiler.emit(.endCase, at: range)
  }

  /// A `when` is rendered once for each equal value; a value is worked out after that.
  private static func compile(
    _ branch: Branch, of subject: Operand, into compiler: inout Compiler
  ) {
    let next = Compiler.Label()
    guard let values = branch.values else {
      compiler.emit(to: next, at: branch.range) { .jumpIfMatched(to: $0) }
      compiler.block(branch.body, at: branch.range)
      compiler.place(next)
      return
    }
    var operands: [Operand] = []
    for value in values { operands.append(compiler.operand(value)) }
    compiler.tables.whens.append(ProgramWhen(subject: subject, values: operands))
    let when = Int32(compiler.tables.whens.count - 1)
    compiler.emit(.beginWhen, at: branch.range)
    let again = compiler.end
    compiler.emit(to: next, at: branch.range) { .nextWhen(when, to: $0) }
    compiler.block(branch.body, at: branch.range)
    compiler.emit(.jump(to: again), at: branch.range)
    compiler.place(next)
  }

  static func parse(
    _ parser: inout Parser, _ opening: Segment
  ) throws(TemplateError) -> (any Node)? {
    let subject = try parser.attempt(in: opening) { parser throws(TemplateError) in
      var expressions = try parser.expressions(opening)
      let subject = try expressions.expression()
      try expressions.requireEnd()
      return subject
    }
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
    guard let subject else { return nil }
    return CaseNode(
      subject: subject, branches: branches, isBlank: isBlank, range: opening.name)
  }

  /// Values with commas or `or` between them; what follows them is ignored, as the language says.
  private static func values(
    _ parser: inout Parser, of segment: Segment, isElse: Bool
  ) throws(TemplateError) -> [Expression]? {
    if isElse {
      try parser.requireNothing(in: segment)
      return nil
    }
    return try parser.attempt(in: segment) { parser throws(TemplateError) in
      var expressions = try parser.expressions(segment)
      var values = [try expressions.expression()]
      while expressions.take(.comma) || expressions.takeWord("or") {
        values.append(try expressions.expression())
      }
      return values
    }
  }
}

extension CaseNode.Branch {
  fileprivate var withoutText: Self {
    Self(values: values, body: body.withoutText, range: range)
  }
}
