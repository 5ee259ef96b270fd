extension Renderer {
  /// Renders a partial that sees its arguments and the globals only.
  mutating func render(_ number: Int32, at instruction: Int) throws(TemplateError) {
    try step(at: instruction)
    let partial = frame.program.tables.partials[Int(number)]
    let (loaded, name) = try load(partial, at: instruction)
    let variable = Self.variable(of: partial, name)
    var arguments = try values(of: partial.arguments)
    guard let (value, isEach) = try bound(partial) else {
      return try renderIsolated(loaded, arguments, partial.level, at: instruction)
    }
    guard isEach, value.hasItems else {
      if !value.isNil { arguments.append((variable, value)) }
      return try renderIsolated(loaded, arguments, partial.level, at: instruction)
    }
    let items = LoopItems(value)
    for index in 0..<items.count {
      let loop = LoopRecord.forloop(index, of: items.count, name: name, parent: .nil)
      let variables = [("forloop", loop)] + arguments + [(variable, items[index])]
      try renderIsolated(loaded, variables, partial.level, at: instruction)
    }
  }

  /// Renders a template that shares all variables, and says how it ended.
  mutating func include(_ number: Int32, at instruction: Int) throws(TemplateError) -> Flow {
    try step(at: instruction)
    let partial = frame.program.tables.partials[Int(number)]
    let (loaded, name) = try load(partial, at: instruction)
    guard !frame.isIsolated else { throw frame.program.error(.includeInRender, at: instruction) }
    let count = scope.variables.count
    let bound = try bound(partial)?.value ?? scope.variable(name) ?? .nil
    scope.variables += try values(of: partial.arguments)
    scope.variables.append((Self.variable(of: partial, name), .nil))
    let place = scope.variables.count - 1
    defer { scope.variables.removeSubrange(count...) }
    guard case .list(let items) = bound else {
      scope.variables[place].value = bound
      return try run(loaded, partial.level, isShared: true, at: instruction)
    }
    for item in items {
      scope.variables[place].value = item
      let flow = try run(loaded, partial.level, isShared: true, at: instruction)
      guard flow == .onward else { return flow }
    }
    return .onward
  }

  /// Runs a partial in a scope of its own. What it gets are variables that it may assign anew.
  private mutating func renderIsolated(
    _ loaded: Int, _ variables: [(name: String, value: Value)], _ level: Int, at instruction: Int
  ) throws(TemplateError) {
    var inner = Scope(
      context: .empty, globals: scope.globals,
      assigned: partials.program(loaded).tables.assigned)
    for (name, value) in variables { inner.assigned.set(name, to: value) }
    swap(&inner, &scope)
    defer { swap(&inner, &scope) }
    try step(at: instruction)
    _ = try run(loaded, level, isShared: false, at: instruction)
  }

  /// Runs a partial in the scope at hand.
  private mutating func run(
    _ loaded: Int, _ level: Int, isShared: Bool, at instruction: Int
  ) throws(TemplateError) -> Flow {
    let program = partials.program(loaded)
    let depth = frame.depth + level + 1
    try checkDepth(depth, at: instruction)
    let links = isShared ? program.tables.assigned.map { scope.assigned.place(of: $0) } : nil
    var inner = Frame(
      program, base: scope.variables.count, depth: depth,
      isIsolated: frame.isIsolated || !isShared, links: links, cells: partials.takeCells(loaded))
    swap(&inner, &frame)
    let flow = try run()
    swap(&inner, &frame)
    partials.putBack(inner.cells, loaded)
    return flow
  }
}

// What a partial is, and what it gets.
extension Renderer {
  private mutating func load(
    _ partial: ProgramPartial, at instruction: Int
  ) throws(TemplateError) -> (loaded: Int, name: String) {
    guard let name = try value(of: partial.template).textOrNil, !name.isEmpty else {
      throw frame.program.error(
        .unexpected("no text", expected: "a template's name"), at: instruction)
    }
    if let known = partials.number(of: name) { return (known, name) }
    switch environment.partial(name) {
    case .template(let found): return (partials.add(found, named: name), name)
    case .source(let text):
      let template = try Template(parsing: text, name: name, in: environment)
      return (partials.add(template, named: name), name)
    case nil: throw frame.program.error(.unknownPartial(name), at: instruction)
    }
  }

  /// The value that the partial gets under its own name, and whether it is gone through.
  private mutating func bound(
    _ partial: ProgramPartial
  ) throws(TemplateError) -> (value: Value, isEach: Bool)? {
    switch partial.binding {
    case .none: nil
    case .one(let operand): (try value(of: operand), false)
    case .each(let operand): (try value(of: operand), true)
    }
  }

  private mutating func values(
    of arguments: [(name: String, value: Operand)]
  ) throws(TemplateError) -> [(name: String, value: Value)] {
    var values: [(name: String, value: Value)] = []
    for (name, operand) in arguments { values.append((name, try value(of: operand))) }
    return values
  }

  /// The variable that the bound value becomes: the alias, or the last part of the partial's name.
  private static func variable(of partial: ProgramPartial, _ name: String) -> String {
    let last = name.utf8.split(separator: UInt8(ascii: "/")).last.flatMap { String($0) }
    return partial.alias ?? last ?? name
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
