extension ExpressionParser {
  /// An expression and its filters, up to the end.
  mutating func filteredExpression() throws(TemplateError) -> FilteredExpression {
    let start = token.range.lowerBound
    guard !isAtEnd else {
      return FilteredExpression(base: .literal(.nil), calls: [], range: token.range)
    }
    let base = try expression()
    var calls: [FilterCall] = []
    while take(.pipe) { calls.append(try filterCall()) }
    let end = tokens[position - 1].range.upperBound
    guard isAtEnd else {
      throw unexpected(calls.isEmpty ? "'|' or the end" : "',', '|' or the end")
    }
    return FilteredExpression(base: base, calls: calls, range: start..<end)
  }

  private mutating func filterCall() throws(TemplateError) -> FilterCall {
    let range = token.range
    let name = try name("the name of a filter")
    let filter = environment.filters[name]
    if filter == nil, environment.strictness == .strict {
      let near = NearName.of(name, among: environment.filters.keys)
      throw source.error(.unknownFilter(name, suggestion: near), at: range)
    }
    var arguments = ArgumentExpressions()
    if take(.colon) {
      arguments = try self.arguments(of: name, named: filter?.named)
    }
    if let filter {
      try check(arguments, of: name, allowed: filter.positional, at: range)
    }
    return FilterCall(name: name, filter: filter, arguments: arguments, range: range)
  }

  /// Arguments with commas between them; `name: value` for a named one.
  ///
  /// `named` has the names that are allowed; nil allows any.
  mutating func arguments(
    of owner: String, named: [String]?
  ) throws(TemplateError) -> ArgumentExpressions {
    var arguments = ArgumentExpressions()
    repeat {
      guard case .name(let name) = token.kind, following.kind == .colon else {
        arguments.positional.append(try expression())
        continue
      }
      if let named, !named.contains(name) {
        let near = NearName.of(name, among: named)
        throw source.error(
          .unknownArgument(name, of: owner, suggestion: near), at: token.range)
      }
      advance()
      advance()
      arguments.named.append((name, try expression()))
    } while take(.comma)
    return arguments
  }

  func check(
    _ arguments: ArgumentExpressions, of owner: String, allowed: ClosedRange<Int>,
    at range: Range<Int>
  ) throws(TemplateError) {
    let count = arguments.positional.count
    guard allowed.contains(count) else {
      throw source.error(.argumentCount(count, of: owner, allowed: allowed), at: range)
    }
  }

  /// Comparisons joined by `and` and `or`, up to the end.
  mutating func condition() throws(TemplateError) -> Condition {
    var tests = [try conditionTest()]
    var joints: [Condition.Joint] = []
    while !isAtEnd {
      if takeWord("and") {
        joints.append(.and)
      } else if takeWord("or") {
        joints.append(.or)
      } else {
        throw unexpected("an operator, 'and', 'or' or the end")
      }
      tests.append(try conditionTest())
    }
    return Condition(tests: tests, joints: joints)
  }

  private mutating func conditionTest() throws(TemplateError) -> ConditionTest {
    let start = token.range.lowerBound
    let left = try expression()
    var right = Expression.literal(.nil)
    var comparison: Comparison?
    if case .comparison(let found) = token.kind {
      advance()
      comparison = found
      right = try expression()
    }
    let end = tokens[position - 1].range.upperBound
    return ConditionTest(left: left, comparison: comparison, right: right, range: start..<end)
  }
}
