import ExactNumbers

/// Two amounts that should be the same.
enum AmountComparison {
  /// What a message tells of two amounts that differ by more than the tolerance; nil when they are the
  /// same. `given` is what the row has, `expected` what follows from other amounts: nil when it is out
  /// of range.
  static func facts(
    _ given: ExactDecimal, _ expected: ExactDecimal?, _ currency: Currency?,
    tolerance: ExactDecimal? = nil
  ) -> [(String, String)]? {
    guard given != expected else { return nil }
    let difference = expected.flatMap { given.subtracting($0) }
    if let tolerance, let difference, let opposite = difference.negated,
      max(difference, opposite) <= tolerance
    {
      return nil
    }
    return [
      ("given", text(given, currency)), ("expected", text(expected, currency)),
      ("difference", text(difference, currency)), ("currency", currency?.code ?? ""),
    ]
  }

  /// All digits that matter, at least those of the currency's minor unit.
  static func text(_ amount: ExactDecimal?, _ currency: Currency?) -> String {
    guard let amount else { return "out of range" }
    let places = currency?.minorUnits ?? 0
    return amount.rounded(to: places, .halfEven) == amount
      ? amount.text(places: places) : amount.description
  }
}
