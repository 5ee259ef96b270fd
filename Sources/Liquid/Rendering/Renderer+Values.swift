// Expressions.
extension Renderer {
  func value(of expression: Expression) throws(TemplateError) -> Value {
    switch expression {
    case .literal(let value): value
    case .path(let path): try value(of: path, missing: environment.strictness)
    case .range(let first, let last, let range):
      .range(try bound(first, at: range), try bound(last, at: range))
    }
  }

  private func value(
    of path: Path, missing: Environment.Strictness
  ) throws(TemplateError) -> Value {
    guard var value = try root(of: path) else {
      guard missing == .strict, case .name(let name) = path.root else { return .nil }
      let near = NearName.of(name, among: scope.names)
      throw source.error(.unknownVariable(name, suggestion: near), at: path.range)
    }
    for (step, range) in path.steps {
      switch step {
      case .name(let name):
        guard let next = value.property(name) else {
          guard missing == .strict else { return .nil }
          try refuse(name, of: value, at: range)
          return .nil
        }
        value = next
      case .index(let expression):
        value = value.item(try self.value(of: expression))
      }
    }
    return value
  }

  private func root(of path: Path) throws(TemplateError) -> Value? {
    switch path.root {
    case .name(let name): return scope.variable(name)
    case .computed(let expression):
      guard let name = try value(of: expression).textOrNil else { return .nil }
      return scope.variable(name)
    }
  }

  /// Throws for a property that a record lacks. Of what is not known nothing is known: no error.
  private func refuse(
    _ name: String, of value: Value, at range: Range<Int>
  ) throws(TemplateError) {
    guard !value.isNil else { return }
    var names: [String] = []
    if case .record(let record) = value { names = record.keys }
    let near = NearName.of(name, among: names)
    throw source.error(.unknownProperty(name, suggestion: near), at: range)
  }

  /// The end of a range: a whole number; nil and text that is none count as 0.
  private func bound(
    _ expression: Expression, at range: Range<Int>
  ) throws(TemplateError) -> Int {
    let value = try value(of: expression)
    do throws(Problem) {
      // A literal may have decimals: they are cut. A variable with decimals is probably a mistake.
      if case .literal = expression { return try value.cutNumber() }
      if value.isNil || value.textOrNil != nil { return try value.cutNumber() }
      return try value.wholeNumber()
    } catch {
      throw source.error(.problem(error, in: ".."), at: range)
    }
  }

  /// A whole number, or text that is one; nil when there is no expression or its value is nil.
  func wholeNumber(
    _ expression: Expression?, at range: Range<Int>
  ) throws(TemplateError) -> Int? {
    guard let expression else { return nil }
    let value = try value(of: expression)
    guard !value.isNil else { return nil }
    do throws(Problem) {
      return try value.wholeNumber()
    } catch {
      throw source.error(.problem(error, in: source.text(range)), at: range)
    }
  }

  /// A number without its decimals; nil when there is no expression or its value is nil.
  func cutNumber(
    _ expression: Expression?, at range: Range<Int>
  ) throws(TemplateError) -> Int? {
    guard let expression else { return nil }
    let value = try value(of: expression)
    guard !value.isNil else { return nil }
    do throws(Problem) {
      return try value.cutNumber()
    } catch {
      throw source.error(.problem(error, in: source.text(range)), at: range)
    }
  }
}

// Filters.
extension Renderer {
  mutating func value(of expression: FilteredExpression) throws(TemplateError) -> Value {
    var value: Value
    if case .path(let path) = expression.base, expression.calls.first?.name == "default" {
      // A default is how a strict template says that a value may be missing.
      value = try self.value(of: path, missing: .lenient)
    } else {
      value = try self.value(of: expression.base)
    }
    for call in expression.calls {
      value = try apply(call, to: value)
    }
    return value
  }

  private mutating func apply(
    _ call: FilterCall, to value: Value
  ) throws(TemplateError) -> Value {
    try step(at: call.range)
    guard let filter = call.filter else { return value }
    let arguments = try values(of: call.arguments)
    let result: Value
    do throws(Problem) {
      result = try filter.function(value, arguments)
    } catch {
      throw source.error(.problem(error, in: call.name), at: call.range)
    }
    try charge(result, of: call)
    return result
  }

  /// Counts what a filter made, so that doubling a text or list again and again ends.
  private mutating func charge(_ value: Value, of call: FilterCall) throws(TemplateError) {
    switch value {
    case .text(let text), .markup(let text):
      guard text.utf8.count <= environment.limits.outputBytes else {
        let problem = Problem.tooLarge(environment.limits.outputBytes)
        throw source.error(.problem(problem, in: call.name), at: call.range)
      }
    case .list(let values):
      try step(at: call.range, count: values.count)
    default:
      break
    }
  }

  func values(of expressions: ArgumentExpressions) throws(TemplateError) -> Arguments {
    var positional: [Value] = []
    for expression in expressions.positional {
      positional.append(try value(of: expression))
    }
    var named: [(name: String, value: Value)] = []
    for (name, expression) in expressions.named {
      named.append((name, try value(of: expression)))
    }
    return Arguments(
      positional, named: named, escaping: environment.escaping, today: environment.today,
      limits: environment.limits)
  }
}

// Conditions.
extension Renderer {
  /// True when the condition holds; `and` and `or` bind to the right.
  func holds(_ condition: Condition) throws(TemplateError) -> Bool {
    for (test, joint) in zip(condition.tests, condition.joints) {
      let holds = try holds(test)
      switch joint {
      case .or where holds: return true
      case .and where !holds: return false
      default: continue
      }
    }
    guard let last = condition.tests.last else { return false }
    return try holds(last)
  }

  private func holds(_ test: ConditionTest) throws(TemplateError) -> Bool {
    let left = try value(of: test.left)
    guard let comparison = test.comparison else { return left.isTruthy }
    let right = try value(of: test.right)
    do throws(Problem) {
      return try comparison.holds(left, right)
    } catch {
      throw source.error(.problem(error, in: comparison.rawValue), at: test.range)
    }
  }

  func equal(
    _ left: Value, _ right: Value, at range: Range<Int>
  ) throws(TemplateError) -> Bool {
    do throws(Problem) {
      return try left.equals(right)
    } catch {
      throw source.error(.problem(error, in: "=="), at: range)
    }
  }

  /// The value as text that tells different values apart.
  func inspected(_ value: Value, at range: Range<Int>) throws(TemplateError) -> String {
    var text = ""
    do throws(Problem) {
      try value.inspect(into: &text)
    } catch {
      throw source.error(.problem(error, in: source.text(range)), at: range)
    }
    return text
  }
}
