import ExactNumbers

/// A sum of numbers, or of amounts of money kept apart by currency.
struct Total {
  private var number = Value.number(0)
  private var money = MoneyBag()
  private var hasNumbers = false

  /// Adds a value; what is no number counts as 0.
  mutating func add(_ value: Value) throws(Problem) {
    if case .moneyBag(let bag) = value {
      money.add(bag)
      return
    }
    switch try value.operand() {
    case .money(let amount):
      money.add(amount)
    case let operand:
      if case .date = operand { throw .wrongKind(operand.kind, expected: "a number") }
      guard operand.exact != .zero else { return widen(operand) }
      hasNumbers = true
      number = try Arithmetic.sum(number, operand)
    }
    guard money.isEmpty || !hasNumbers else {
      throw .wrongKind("numbers beside amounts of money", expected: "one of them")
    }
  }

  /// Makes the sum a decimal when a decimal zero is added.
  private mutating func widen(_ zero: Value) {
    if case .decimal = zero, case .number(let whole) = number {
      number = .decimal(ExactDecimal(whole))
    }
  }

  /// The sum: a number, an amount, or amounts of several currencies.
  func value() throws(Problem) -> Value {
    guard !money.isEmpty else { return number }
    let amounts = money.all
    guard amounts.count == money.currencies.count else { throw .numberOutOfRange }
    return amounts.count == 1 ? .money(amounts[0]) : .moneyBag(money)
  }
}
