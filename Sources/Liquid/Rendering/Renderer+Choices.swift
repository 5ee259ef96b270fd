// Conditions.
extension Renderer {
  mutating func holds(_ number: Int32) throws(TemplateError) -> Bool {
    let test = frame.program.tables.tests[Int(number)]
    let left = try value(of: test.left)
    guard let comparison = test.comparison else { return left.isTruthy }
    let right = try value(of: test.right)
    try charge(comparison, left, right, in: test.place)
    do throws(Problem) {
      return try comparison.holds(left, right)
    } catch {
      throw frame.program.error(.problem(error, in: comparison.rawValue), in: test.place)
    }
  }
}

// The work that values cost.
extension Renderer {
  /// Counts the items of a value that is gone through, and the bytes of a long text.
  mutating func charge(_ value: Value, in place: Range<Int32>) throws(TemplateError) {
    switch value {
    case .list(let values): try step(values.count, in: place)
    case .text(let text), .markup(let text): try step(text.utf8.count / 256, in: place)
    default: break
    }
  }

  /// Counts what a comparison may have to go through.
  private mutating func charge(
    _ comparison: Comparison, _ left: Value, _ right: Value, in place: Range<Int32>
  ) throws(TemplateError) {
    if case .contains = comparison { return try charge(left, in: place) }
    if case .list = left, case .list = right { try charge(left, in: place) }
  }
}

// `case`: its subject, the number of the next value of a `when`, and whether a branch was equal stand
// on the stack of variables, without names.
extension Renderer {
  mutating func beginCase(_ subject: Operand, at instruction: Int) throws(TemplateError) {
    try step(at: instruction)
    scope.variables.append(("", try value(of: subject)))
    scope.variables.append(("", .number(0)))
    scope.variables.append(("", .flag(false)))
  }

  mutating func endCase() { scope.variables.removeLast(3) }

  mutating func beginWhen() { scope.variables[scope.variables.count - 2].value = .number(0) }

  /// Goes on to the next equal value; false when there is none.
  mutating func nextWhen(_ number: Int32, at instruction: Int) throws(TemplateError) -> Bool {
    let when = frame.program.tables.whens[Int(number)]
    let top = scope.variables.count
    guard case .number(var place) = scope.variables[top - 2].value else { return false }
    while place < when.values.count {
      // A branch that was rendered may have changed it.
      scope.variables[top - 3].value = try self.value(of: when.subject)
      let value = try value(of: when.values[place])
      place += 1
      try charge(
        .equal, scope.variables[top - 3].value, value, in: frame.program.places[instruction])
      guard try equal(scope.variables[top - 3].value, value, at: instruction) else { continue }
      scope.variables[top - 2].value = .number(place)
      scope.variables[top - 1].value = .flag(true)
      return true
    }
    return false
  }

  /// True when a branch of the innermost `case` was equal.
  var isMatched: Bool { scope.variables.last?.value.isTruthy == true }

  private func equal(
    _ left: Value, _ right: Value, at instruction: Int
  ) throws(TemplateError) -> Bool {
    do throws(Problem) {
      return try left.equals(right)
    } catch {
      throw frame.program.error(.problem(error, in: "=="), at: instruction)
    }
  }
}
