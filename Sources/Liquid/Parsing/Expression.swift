/// Something that has a value: a literal, a path to a value, or a range.
indirect enum Expression: Sendable {
  case literal(Value)
  case path(Path)
  case range(Expression, Expression, at: Range<Int>)
}

/// A variable and the steps from it: `invoice.lines[0].total`.
struct Path: Sendable {
  enum Root: Sendable {
    case name(String)
    case computed(Expression)
  }

  enum Step: Sendable {
    case name(String)
    case index(Expression)
  }

  let root: Root
  let steps: [(step: Step, range: Range<Int>)]
  let range: Range<Int>
}

/// An expression and the filters that its value goes through.
struct FilteredExpression: Sendable {
  let base: Expression
  let calls: [FilterCall]
  let range: Range<Int>
}

/// One filter with its arguments.
struct FilterCall: Sendable {
  let name: String
  /// The filter; nil when the environment has none and is lenient: the value passes unchanged.
  let filter: Filter?
  let arguments: ArgumentExpressions
  let range: Range<Int>
}

/// The arguments of a filter or tag before they are evaluated.
struct ArgumentExpressions: Sendable {
  var positional: [Expression] = []
  var named: [(name: String, value: Expression)] = []
}

/// Comparisons joined by `and` and `or`, which bind to the right.
struct Condition: Sendable {
  enum Joint: Sendable {
    case and
    case or
  }

  let tests: [ConditionTest]
  /// What stands between a test and the next one: one fewer than tests.
  let joints: [Joint]
}

/// A value taken as true or false, or two values compared.
struct ConditionTest: Sendable {
  let left: Expression
  let comparison: Comparison?
  let right: Expression
  let range: Range<Int>
}
