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

  func render(into renderer: inout Renderer) throws(TemplateError) -> Flow {
    try renderer.step(at: range)
    guard let name = try renderer.value(of: template).textOrNil, !name.isEmpty else {
      throw renderer.source.error(.unexpected("no text", expected: "a template's name"), at: range)
    }
    let partial = try renderer.partial(named: name, at: range)
    let last = name.utf8.split(separator: UInt8(ascii: "/")).last.flatMap { String($0) }
    let variable = alias ?? last ?? name
    switch kind {
    case .render: return try renderIsolated(partial, variable, name, &renderer)
    case .include: return try renderShared(partial, variable, name, &renderer)
    }
  }

  private func renderIsolated(
    _ partial: Template, _ variable: String, _ name: String, _ renderer: inout Renderer
  ) throws(TemplateError) -> Flow {
    let arguments = try evaluatedArguments(&renderer)
    switch binding {
    case .none:
      try renderer.renderIsolated(partial, variables: arguments, at: range)
    case .one(let expression):
      let value = try renderer.value(of: expression)
      let variables = value.isNil ? arguments : arguments + [(variable, value)]
      try renderer.renderIsolated(partial, variables: variables, at: range)
    case .each(let expression):
      let value = try renderer.value(of: expression)
      guard value.hasItems else {
        let variables = value.isNil ? arguments : arguments + [(variable, value)]
        try renderer.renderIsolated(partial, variables: variables, at: range)
        break
      }
      let items = LoopItems(value)
      for index in 0..<items.count {
        let loop = LoopRecord.forloop(index, of: items.count, name: name, parent: .nil)
        let variables = [("forloop", loop)] + arguments + [(variable, items[index])]
        try renderer.renderIsolated(partial, variables: variables, at: range)
      }
    }
    return .onward
  }

  private func renderShared(
    _ partial: Template, _ variable: String, _ name: String, _ renderer: inout Renderer
  ) throws(TemplateError) -> Flow {
    guard !renderer.isIsolated else { throw renderer.source.error(.includeInRender, at: range) }
    let frame = renderer.scope.variables.count
    let bound = try boundValue(name, &renderer)
    renderer.scope.variables += try evaluatedArguments(&renderer)
    renderer.scope.variables.append((variable, .nil))
    let place = renderer.scope.variables.count - 1
    defer { renderer.scope.variables.removeSubrange(frame...) }
    guard case .list(let items) = bound else {
      renderer.scope.variables[place].value = bound
      return try renderer.render(partial, at: range)
    }
    for item in items {
      renderer.scope.variables[place].value = item
      let flow = try renderer.render(partial, at: range)
      guard flow == .onward else { return flow }
    }
    return .onward
  }

  /// The value of an include: the one that is given, else the variable of the template's name.
  private func boundValue(
    _ name: String, _ renderer: inout Renderer
  ) throws(TemplateError) -> Value {
    switch binding {
    case .none: renderer.scope.variable(name) ?? .nil
    case .one(let expression), .each(let expression): try renderer.value(of: expression)
    }
  }

  private func evaluatedArguments(
    _ renderer: inout Renderer
  ) throws(TemplateError) -> [(name: String, value: Value)] {
    var values: [(name: String, value: Value)] = []
    for (name, expression) in arguments {
      values.append((name, try renderer.value(of: expression)))
    }
    return values
  }
}

extension Value {
  /// True for what a loop goes through item by item.
  fileprivate var hasItems: Bool {
    switch self {
    case .list, .record, .range, .moneyBag: true
    default: false
    }
  }
}
