import CalendarDates
import ExactNumbers

/// Arithmetic between operands: whole numbers, exact decimals, amounts of money, dates.
///
/// Whole numbers give whole numbers; a decimal makes the result a decimal. Amounts add up within
/// one currency only, and are multiplied and divided by plain numbers.
enum Arithmetic {
  static func sum(_ left: Value, _ right: Value) throws(Problem) -> Value {
    switch (left, right) {
    case (.number(let left), .number(let right)):
      return try whole(left.addingReportingOverflow(right))
    case (.date(let date), .number(let days)), (.number(let days), .date(let date)):
      return .date(try day(days, after: date))
    default:
      return try additive(left, right) { $0.adding($1) }
    }
  }

  static func difference(_ left: Value, _ right: Value) throws(Problem) -> Value {
    switch (left, right) {
    case (.number(let left), .number(let right)):
      return try whole(left.subtractingReportingOverflow(right))
    case (.date(let date), .number(let days)):
      guard days != Int.min else { throw .numberOutOfRange }
      return .date(try day(-days, after: date))
    case (.date(let later), .date(let earlier)):
      return .number(later.days(since: earlier))
    default:
      return try additive(left, right) { $0.subtracting($1) }
    }
  }

  static func product(_ left: Value, _ right: Value) throws(Problem) -> Value {
    if case .number(let left) = left, case .number(let right) = right {
      return try whole(left.multipliedReportingOverflow(by: right))
    }
    if case .money = left, case .money = right {
      throw .wrongKind("an amount of money", expected: "a number")
    }
    let (first, second) = try exact(left, right)
    guard let product = first.multiplied(by: second, to: ExactDecimal.scale, .halfEven) else {
      throw .numberOutOfRange
    }
    return value(product, like: left, right)
  }

  static func quotient(_ left: Value, _ right: Value) throws(Problem) -> Value {
    switch (left, right) {
    case (.number(let left), .number(let right)):
      return .number(try floored(left, right).quotient)
    case (.money(let left), .money(let right)):
      guard left.currency == right.currency else { throw .different(left.currency, right.currency) }
      return .decimal(try left.amount.quotient(by: right.amount).value)
    case (_, .money):
      throw .wrongKind("an amount of money", expected: "a number")
    default:
      let (first, second) = try exact(left, right)
      let quotient = try first.quotient(by: second)
      if case .money(let money) = left { return .money(Money(quotient.value, money.currency)) }
      return .decimal(quotient.isExact ? quotient.value : floating(quotient.value))
    }
  }

  static func remainder(_ left: Value, _ right: Value) throws(Problem) -> Value {
    if case .number(let left) = left, case .number(let right) = right {
      return .number(try floored(left, right).remainder)
    }
    if case .money = right { throw .wrongKind("an amount of money", expected: "a number") }
    let (first, second) = try exact(left, right)
    guard second != .zero else { throw .divisionByZero }
    var rest = first.units % second.units
    if rest != 0, (rest < 0) != second.isNegative { rest += second.units }
    return value(ExactDecimal(units: rest), like: left, right)
  }
}

extension Arithmetic {
  private static func whole(
    _ result: (partialValue: Int, overflow: Bool)
  ) throws(Problem) -> Value {
    guard !result.overflow else { throw .numberOutOfRange }
    return .number(result.partialValue)
  }

  private static func day(
    _ days: Int, after date: CalendarDate
  ) throws(Problem) -> CalendarDate {
    let sum = Int(date.days).addingReportingOverflow(days)
    let day = CalendarDate(days: Int32(clamping: sum.partialValue))
    guard !sum.overflow, Int(day.days) == sum.partialValue,
      (1...9999).contains(day.components.year)
    else { throw .numberOutOfRange }
    return day
  }

  /// Quotient and remainder rounded down, as the language divides whole numbers.
  private static func floored(
    _ left: Int, _ right: Int
  ) throws(Problem) -> (quotient: Int, remainder: Int) {
    guard right != 0 else { throw .divisionByZero }
    guard left != Int.min || right != -1 else { throw .numberOutOfRange }
    let (quotient, rest) = left.quotientAndRemainder(dividingBy: right)
    return rest != 0 && (rest < 0) != (right < 0)
      ? (quotient - 1, rest + right) : (quotient, rest)
  }

  private static func additive(
    _ left: Value, _ right: Value, _ operation: (ExactDecimal, ExactDecimal) -> ExactDecimal?
  ) throws(Problem) -> Value {
    switch (left, right) {
    case (.money(let left), .money(let right)) where left.currency != right.currency:
      throw .different(left.currency, right.currency)
    case (.money, .number(0)), (.number(0), .money), (.money, .money): break
    case (.money, _): throw .wrongKind(right.kind, expected: "an amount of money")
    case (_, .money): throw .wrongKind(left.kind, expected: "an amount of money")
    default: break
    }
    let (first, second) = try exact(left, right)
    guard let result = operation(first, second) else { throw .numberOutOfRange }
    return value(result, like: left, right)
  }

  private static func exact(
    _ left: Value, _ right: Value
  ) throws(Problem) -> (ExactDecimal, ExactDecimal) {
    guard let first = left.exact else { throw .wrongKind(left.kind, expected: "a number") }
    guard let second = right.exact else { throw .wrongKind(right.kind, expected: "a number") }
    return (first, second)
  }

  /// The result as an amount when one of the operands is one.
  private static func value(_ result: ExactDecimal, like left: Value, _ right: Value) -> Value {
    if case .money(let money) = left { return .money(Money(result, money.currency)) }
    if case .money(let money) = right { return .money(Money(result, money.currency)) }
    return .decimal(result)
  }

  /// A quotient that does not end, cut to the digits that the language's floating-point numbers
  /// show: 10.0 ÷ 3 is 3.3333333333333335. Plain numbers only; amounts of money keep 18 decimals.
  private static func floating(_ quotient: ExactDecimal) -> ExactDecimal {
    guard let double = Double(quotient.description) else { return quotient }
    let digits = Array(double.description.utf8)
    return DecimalText.parseScientific(digits.span) ?? quotient
  }
}
