extension Compiler {
  mutating func operand(_ expression: Expression) -> Operand {
    switch expression {
    case .literal(let value):
      tables.constants.append(value)
      return .constant(Int32(tables.constants.count - 1))
    case .path(let path): return operand(path)
    case .range(let first, let last, let range):
      let range = ProgramRange(
        first: operand(first), last: operand(last), place: Self.place(range))
      tables.ranges.append(range)
      return .range(Int32(tables.ranges.count - 1))
    }
  }

  mutating func operand(_ expression: Expression?) -> Operand? {
    guard let expression else { return nil }
    return operand(expression)
  }

  private mutating func operand(_ path: Path) -> Operand {
    if case .name(let name) = path.root, let slot = local(name) {
      if path.steps.isEmpty {
        note(name)
        return .local(slot)
      }
      if path.steps.count == 1, case .index(.literal(.number(let index))) = path.steps[0].step,
        let index = Int32(exactly: index), index >= 0
      {
        return .localItem(slot, index: index)
      }
    }
    return .path(self.path(path))
  }

  /// Adds a path to its table.
  mutating func path(_ path: Path) -> Int32 {
    let root = self.root(of: path)
    var steps: [ProgramStep] = []
    for (step, range) in path.steps {
      switch step {
      case .name(let name):
        steps.append(
          .name(
            self.name(name), ownProperty: OwnProperty(rawValue: name), cell: cells(1),
            place: Self.place(range)))
      case .index(let expression): steps.append(.index(operand(expression)))
      }
    }
    let start = Int32(tables.steps.count)
    tables.steps += steps
    tables.paths.append(
      ProgramPath(
        root: root, steps: start..<Int32(tables.steps.count), place: Self.place(path.range),
        owner: Self.owner(root, steps)))
    return Int32(tables.paths.count - 1)
  }

  /// A number of the root of a path of one name: below 0 for a variable of a loop.
  private static func owner(_ root: ProgramPath.Root, _ steps: [ProgramStep]) -> Int32? {
    guard steps.count == 1, case .name = steps[0] else { return nil }
    return switch root {
    case .local(let slot): -1 - slot
    case .name(let name, _, _): name
    case .computed: nil
    }
  }

  private mutating func root(of path: Path) -> ProgramPath.Root {
    switch path.root {
    case .computed(let expression):
      loopRecordUses += 1
      return .computed(operand(expression))
    case .name(let name):
      note(name)
      if let slot = local(name) { return .local(slot) }
      let number = self.name(name)
      let cell = rootCells[number] ?? cells(2)
      rootCells[number] = cell
      return .name(number, slot: nil, cell: cell)
    }
  }

  private mutating func note(_ name: String) {
    if name == "forloop" { loopRecordUses += 1 }
  }

  private mutating func cells(_ count: Int) -> Int32 {
    defer { tables.cells += count }
    return Int32(tables.cells)
  }

  private mutating func name(_ name: String) -> Int32 {
    if let known = nameNumbers[name] { return known }
    nameNumbers[name] = Int32(tables.names.count)
    tables.names.append(name)
    return Int32(tables.names.count - 1)
  }

  /// The slot of a variable that the template sets.
  mutating func slot(of name: String) -> Int32 {
    if let known = slots[name] { return known }
    slots[name] = Int32(tables.assigned.count)
    tables.assigned.append(name)
    return Int32(tables.assigned.count - 1)
  }

  /// Tells paths the slots of their variables, which may be set further down in the template.
  mutating func resolveAssigned() {
    for index in tables.paths.indices {
      tables.paths[index].resolve { slots[tables.names[Int($0)]] }
    }
  }

  static func place(_ range: Range<Int>) -> Range<Int32> {
    Int32(range.lowerBound)..<Int32(range.upperBound)
  }
}

// Filters, arguments and conditions.
extension Compiler {
  /// Prints an expression, or leaves its value at hand for what `then` emits.
  mutating func output(_ expression: FilteredExpression) {
    if expression.calls.isEmpty {
      let operand = operand(expression.base)
      emit(.output(operand), at: expression.range)
    } else {
      load(expression)
      emit(.print, at: expression.range)
    }
  }

  /// Works out an expression with its filters; its value is at hand then.
  mutating func load(_ expression: FilteredExpression) {
    if case .path(let path) = expression.base, expression.calls.first?.name == "default" {
      // A default is how a strict template says that a value may be missing.
      let path = self.path(path)
      emit(.loadLenient(path: path), at: expression.range)
    } else {
      let operand = operand(expression.base)
      emit(.load(operand), at: expression.range)
    }
    for call in expression.calls {
      let arguments = arguments(call.arguments)
      tables.calls.append(
        ProgramCall(name: call.name, filter: call.filter, arguments: arguments))
      emit(.filter(call: Int32(tables.calls.count - 1)), at: call.range)
    }
  }

  mutating func arguments(_ expressions: ArgumentExpressions) -> ProgramArguments {
    var positional: [Operand] = []
    for expression in expressions.positional { positional.append(operand(expression)) }
    var named: [(name: String, value: Operand)] = []
    for (name, expression) in expressions.named { named.append((name, operand(expression))) }
    return ProgramArguments(positional: positional, named: named)
  }

  /// Goes to `label` when the condition is not as `isNegated` says; `and` and `or` bind to the right.
  mutating func jump(
    to label: Label, unless condition: Condition, isNegated: Bool, at range: Range<Int>
  ) {
    let holds = Label()
    let (onTrue, onFalse) = isNegated ? (label, holds) : (holds, label)
    for (test, joint) in zip(condition.tests, condition.joints) {
      let test = self.test(test)
      switch joint {
      case .or: emit(to: onTrue, at: range) { .jumpIf(test: test, to: $0) }
      case .and: emit(to: onFalse, at: range) { .jumpUnless(test: test, to: $0) }
      }
    }
    if let last = condition.tests.last {
      let test = self.test(last)
      emit(to: label, at: range) {
        isNegated ? .jumpIf(test: test, to: $0) : .jumpUnless(test: test, to: $0)
      }
    }
    place(holds)
  }

  private mutating func test(_ test: ConditionTest) -> Int32 {
    tables.tests.append(
      ProgramTest(
        left: operand(test.left), comparison: test.comparison, right: operand(test.right),
        place: Self.place(test.range)))
    return Int32(tables.tests.count - 1)
  }
}
