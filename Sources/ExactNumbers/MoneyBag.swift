/// One exact amount for each currency.
///
/// Adding EUR to USD keeps both. A sum that does not fit makes that currency's amount unknown for
/// good, never a wrong number.
public struct MoneyBag: Hashable, Sendable {
  private var amounts: [Currency: ExactDecimal?] = [:]

  /// An empty bag.
  public init() {}

  /// Adds an amount to those of its currency.
  public mutating func add(_ money: Money) {
    add(money.amount, money.currency)
  }

  /// Adds an amount to those of its currency.
  public mutating func add(_ amount: ExactDecimal, _ currency: Currency) {
    guard let sum = amounts[currency] else {
      amounts[currency] = .some(amount)
      return
    }
    amounts[currency] = .some(sum.flatMap { $0.adding(amount) })
  }

  /// Adds all amounts of another bag.
  public mutating func add(_ other: MoneyBag) {
    for (currency, amount) in other.amounts {
      if let amount { add(amount, currency) } else { amounts[currency] = .some(nil) }
    }
  }

  /// Adds an amount that is out of range: that of its currency is unknown from now on.
  public mutating func addUnknown(_ currency: Currency) {
    amounts[currency] = .some(nil)
  }

  /// True when nothing was added.
  public var isEmpty: Bool { amounts.isEmpty }

  /// The currencies, ordered by code.
  public var currencies: [Currency] { amounts.keys.sorted() }

  /// The amounts ordered by currency code, without those that are unknown.
  public var all: [Money] {
    currencies.compactMap { currency in self[currency].map { Money($0, currency) } }
  }

  /// The amount of one currency; nil when nothing was added or the sum did not fit.
  public subscript(currency: Currency) -> ExactDecimal? {
    amounts[currency] ?? nil
  }
}
