import ExactNumbers

/// An operator between two values.
enum Comparison: String, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contains

  /// True when the operator holds between the two values.
  ///
  /// Values without an order, such as nil, are neither less nor greater than anything. A number and
  /// a text, or amounts of two currencies, are a problem.
  func holds(_ left: Value, _ right: Value) throws(Problem) -> Bool {
    switch self {
    case .equal: return try left.equals(right)
    case .notEqual: return try !left.equals(right)
    case .contains: return try left.contains(right)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: break
    }
    guard left.hasOrder, right.hasOrder else { return false }
    guard let order = left.order(right) else { throw .noOrder(left, right) }
    return switch self {
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    default: order >= 0
    }
  }
}

extension Problem {
  /// The problem of two currencies, whichever comes first.
  static func different(_ left: Currency, _ right: Currency) -> Problem {
    .differentCurrencies(min(left, right).code, max(left, right).code)
  }

  /// The problem of two values that have no order.
  static func noOrder(_ left: Value, _ right: Value) -> Problem {
    if case .money(let left) = left, case .money(let right) = right {
      return .different(left.currency, right.currency)
    }
    return .incomparable(left.kind, right.kind)
  }
}

extension Value {
  /// True for numbers, text, dates and amounts of money.
  var hasOrder: Bool {
    switch self {
    case .number, .decimal, .text, .markup, .date, .money: true
    default: false
    }
  }
}
