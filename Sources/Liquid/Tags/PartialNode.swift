/// `render 'name'` and `include name`: another template at this place.
///
/// `render` gives the partial its arguments and the globals only. `include` shares all variables.
struct PartialNode: Node {
  enum Kind: Sendable {
    case render
    case include
  }

  /// The value that the partial gets under its own name.
  enum Binding: Sendable {
    case none
    /// `with value`.
    case one(Expression)
    /// `for list`: the partial once for each item.
    case each(Expression)
  }

  let kind: Kind
  let template: Expression
  let binding: Binding
  let alias: String?
  let arguments: [(name: String, value: Expression)]
  let range: Range<Int>

  var isBlank: Bool { false }

  func compile(into compiler: inout Compiler) {
    let template = compiler.operand(template)
    var arguments: [(name: String, value: Operand)] = []
    for (name, expression) in self.arguments {
      arguments.append((name, compiler.operand(expression)))
    }
    let binding: ProgramPartial.Binding =
      switch binding {
      case .none: .none
      case .one(let expression): .one(compiler.operand(expression))
      case .each(let expression): .each(compiler.operand(expression))
      }
    compiler.tables.partials.append(
      ProgramPartial(
        template: template, binding: binding, alias: alias, arguments: arguments,
        level: compiler.level))
    let partial = Int32(compiler.tables.partials.count - 1)
    switch kind {
    case .render: compiler.emit(.render(partial: partial), at: range)
    case .include: include(partial, &compiler)
    }
  }

  /// An included template may ask for everything, and its `break` leaves the loop around it.
  private func include(_ partial: Int32, _ compiler: inout Compiler) {
    compiler.loopRecordUses += 1
    compiler.tables.remembersOffsets = true
    compiler.emit(.include(partial: partial), at: range)
    for flow in [Flow.leave, .skip] {
      let other = Compiler.Label()
      compiler.emit(to: other, at: range) { .jumpUnlessEnded(flow, to: $0) }
      compiler.leave(flow, at: range)
      compiler.place(other)
    }
  }
}
