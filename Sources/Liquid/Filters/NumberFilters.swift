import ExactNumbers

extension StandardFilters {
  static let numbers: [String: Filter] = [
    "abs": Filter(function: abs),
    "at_least": Filter(1...1) { value, arguments throws(Problem) in
      try bounded(value, arguments[0], isLower: true)
    },
    "at_most": Filter(1...1) { value, arguments throws(Problem) in
      try bounded(value, arguments[0], isLower: false)
    },
    "ceil": Filter { value, _ throws(Problem) in .number(try whole(value, towards: 1)) },
    "divided_by": Filter(1...1) { value, arguments throws(Problem) in
      try Arithmetic.quotient(value.operand(), arguments[0].operand())
    },
    "floor": Filter { value, _ throws(Problem) in .number(try whole(value, towards: -1)) },
    "minus": Filter(1...1) { value, arguments throws(Problem) in
      try Arithmetic.difference(value.operand(), arguments[0].operand())
    },
    "modulo": Filter(1...1) { value, arguments throws(Problem) in
      try Arithmetic.remainder(value.operand(), arguments[0].operand())
    },
    "plus": Filter(1...1) { value, arguments throws(Problem) in
      try Arithmetic.sum(value.operand(), arguments[0].operand())
    },
    "round": Filter(0...1, function: round),
    "times": Filter(1...1) { value, arguments throws(Problem) in
      try Arithmetic.product(value.operand(), arguments[0].operand())
    },
  ]

  private static func abs(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    let number = try value.operand()
    guard let exact = number.exact, exact.isNegative else { return number }
    return try Arithmetic.product(number, .number(-1))
  }

  private static func bounded(
    _ value: Value, _ bound: Value, isLower: Bool
  ) throws(Problem) -> Value {
    let value = try value.operand()
    let bound = try bound.operand()
    guard let order = value.order(bound) else { throw .noOrder(value, bound) }
    guard isLower ? order < 0 : order > 0 else { return value }
    // An amount stays an amount when a plain number bounds it.
    if case .money(let money) = value, let exact = bound.exact {
      return .money(Money(exact, money.currency))
    }
    return bound
  }

  private static func whole(_ value: Value, towards direction: Int) throws(Problem) -> Int {
    let value = try value.operand()
    if case .number(let number) = value { return number }
    guard let exact = value.exact else { throw .wrongKind(value.kind, expected: "a number") }
    return try exact.whole(towards: direction)
  }

  private static func round(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    let value = try value.operand()
    let places = try arguments[0].cutNumber()
    switch value {
    case .number(let number):
      return .number(places < 0 ? try tens(number, places: -places) : number)
    case .decimal(let decimal) where places <= 0:
      return .number(try tens(decimal.whole(.halfUp), places: -places))
    case .decimal(let decimal):
      guard let rounded = decimal.rounded(to: min(places, 18), .halfUp) else {
        throw .numberOutOfRange
      }
      return .decimal(rounded)
    case .money(let money):
      let places = max(0, min(places, 18))
      guard let rounded = money.amount.rounded(to: places, .halfUp) else {
        throw .numberOutOfRange
      }
      return .money(Money(rounded, money.currency))
    default:
      throw .wrongKind(value.kind, expected: "a number")
    }
  }

  /// The number rounded to a multiple of 10 to the `places`, a half away from zero.
  private static func tens(_ number: Int, places: Int) throws(Problem) -> Int {
    guard places > 0 else { return number }
    guard places <= 18 else { return 0 }
    let step = Int(PowerOfTen.int64(places))
    let (share, rest) = number.quotientAndRemainder(dividingBy: step)
    let isUp = rest.magnitude >= step.magnitude - rest.magnitude
    let product = (share + (isUp ? number.signum() : 0)).multipliedReportingOverflow(by: step)
    guard !product.overflow else { throw .numberOutOfRange }
    return product.partialValue
  }
}
