extension Renderer {
  /// The value of an operand.
  mutating func value(of operand: Operand) throws(TemplateError) -> Value {
    switch operand {
    case .constant(let number): frame.program.tables.constants[Int(number)]
    case .local(let slot): scope.variables[frame.base + Int(slot)].value
    case .localItem(let slot, let index):
      scope.variables[frame.base + Int(slot)].value.item(at: Int(index))
    case .path(let path): try value(ofPath: path, missing: environment.strictness)
    case .range(let number): try range(number)
    }
  }

  /// The value of a path; nil for what is missing, unless that is refused.
  mutating func value(
    ofPath number: Int32, missing: Environment.Strictness
  ) throws(TemplateError) -> Value {
    let path = frame.program.tables.paths[Int(number)]
    return try value(of: path, path.steps, missing: missing)
  }

  /// The value that the first steps of a path lead to.
  mutating func value(
    of path: ProgramPath, _ steps: Range<Int32>, missing: Environment.Strictness
  ) throws(TemplateError) -> Value {
    let program = frame.program
    guard var value = try root(of: path) else {
      guard missing == .strict, case .name(let name, _, _) = path.root else { return .nil }
      throw program.unknownVariable(name, among: scope.names, in: path.place)
    }
    for step in steps {
      guard let next = try item(program.tables.steps[Int(step)], of: value, missing: missing)
      else { return .nil }
      value = next
    }
    return value
  }

  /// What a step leads to; nil for a property that is missing and may be.
  private mutating func item(
    _ step: ProgramStep, of value: Value, missing: Environment.Strictness
  ) throws(TemplateError) -> Value? {
    switch step {
    case .index(let key): return value.item(try self.value(of: key))
    case .name(let name, let own, let cell, let place):
      if let next = property(name, own, cell, of: value) { return next }
      if missing == .strict { try frame.program.refuse(name, of: value, in: place) }
      return nil
    }
  }

  private mutating func property(
    _ name: Int32, _ own: OwnProperty?, _ cell: Int32, of value: Value
  ) -> Value? {
    if case .record(let record) = value,
      let field = frame.cells[Int(cell)].field(name, of: record, in: frame.program.tables.names)
    {
      return field
    }
    return own.flatMap { value.property($0) }
  }

  private mutating func root(of path: ProgramPath) throws(TemplateError) -> Value? {
    switch path.root {
    case .local(let slot): return scope.variables[frame.base + Int(slot)].value
    case .name(let name, let slot, let cell): return variable(name, slot, Int(cell))
    case .computed(let operand):
      guard let name = try value(of: operand).textOrNil else { return nil }
      return scope.variable(name)
    }
  }

  /// The variable of a name that no loop of this template sets, nearest first.
  private mutating func variable(_ name: Int32, _ slot: Int32?, _ cell: Int) -> Value? {
    let names = frame.program.tables.names
    if frame.base > 0, let value = scope.variable(names[Int(name)], below: frame.base) {
      return value
    }
    if let slot {
      if let value = scope.assigned.values[frame.place(ofSlot: slot)] { return value }
    } else if let value = assignedElsewhere(name) {
      return value
    }
    if !scope.counters.isEmpty, let count = scope.counted(names[Int(name)]) { return count }
    return frame.cells[cell].field(name, of: scope.context, in: names)
      ?? frame.cells[cell + 1].field(name, of: scope.globals, in: names)
  }

  /// A variable that this template does not set, but one that includes, renders or is included by it.
  private func assignedElsewhere(_ name: Int32) -> Value? {
    if frame.links != nil { return scope.assigned[frame.program.tables.names[Int(name)]] }
    guard scope.assigned.names.count > scope.assigned.ownCount else { return nil }
    return scope.assigned.included(frame.program.tables.names[Int(name)])
  }
}

extension Program {
  fileprivate func unknownVariable(
    _ name: Int32, among names: [String], in place: Range<Int32>
  ) -> TemplateError {
    let name = tables.names[Int(name)]
    return error(.unknownVariable(name, suggestion: NearName.of(name, among: names)), in: place)
  }

  /// Throws for a property that a record lacks. Of what is not known nothing is known: no error.
  fileprivate func refuse(
    _ name: Int32, of value: Value, in place: Range<Int32>
  ) throws(TemplateError) {
    guard !value.isNil else { return }
    var names: [String] = []
    if case .record(let record) = value { names = record.keys }
    let name = tables.names[Int(name)]
    throw error(.unknownProperty(name, suggestion: NearName.of(name, among: names)), in: place)
  }
}
