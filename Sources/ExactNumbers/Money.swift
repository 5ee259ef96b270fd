/// An exact amount of one currency.
///
/// There is no `+` between amounts: amounts of two currencies do not add up. A `MoneyBag` collects
/// several currencies side by side.
public struct Money: Hashable, Sendable {
  /// How much, exact.
  public let amount: ExactDecimal
  /// Of which currency.
  public let currency: Currency

  /// Makes that amount of that currency.
  public init(_ amount: ExactDecimal, _ currency: Currency) {
    self.amount = amount
    self.currency = currency
  }

  /// The amount rounded half-even to the currency's minor unit, as people read it.
  public var rounded: Money? {
    amount.rounded(to: currency.minorUnits, .halfEven).map { Money($0, currency) }
  }

  /// The amount rounded half-even to the minor unit, as plain digits: `1204.40`; nil out of range.
  public var minorUnitText: String? {
    amount.rounded(to: currency.minorUnits, .halfEven)?.text(places: currency.minorUnits)
  }
}

extension Money: CustomStringConvertible {
  /// All digits and the code: `12.5 EUR`.
  public var description: String { "\(amount) \(currency)" }
}
