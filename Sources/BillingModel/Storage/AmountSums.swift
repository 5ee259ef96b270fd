import ExactNumbers

/// Sums of amounts by currency, exact.
///
/// Mantissas of one scale and currency that follow each other are added as they are stored.
struct AmountSums {
  private var closed = MoneyBag()
  private var currency: UInt64 = 0
  private var decimals = 0
  /// The mantissas of the run at hand: fewer than 2^63 of 64 bits each.
  private var mantissas: Int128 = 0
  private var missing = 0

  /// Adds the amount of a row. `currency` is the place of its currency plus 1, 0 when it has none.
  mutating func add(_ amounts: AmountColumn, _ row: Int, currency: UInt64) {
    guard let number = amounts.short(row) else {
      if let amount = amounts[row] { add(amount, currency) }
      return
    }
    guard currency != 0 else {
      missing += 1
      return
    }
    if currency != self.currency || number.decimals != decimals {
      flush()
      self.currency = currency
      decimals = number.decimals
    }
    mantissas += Int128(number.mantissa)
  }

  mutating func finish() -> (sums: MoneyBag, missing: Int) {
    flush()
    return (closed, missing)
  }

  private mutating func add(_ amount: ExactDecimal, _ currency: UInt64) {
    if currency == 0 {
      missing += 1
    } else {
      closed.add(amount, Currency(listIndex: UInt16(currency - 1)))
    }
  }

  private mutating func flush() {
    guard currency != 0 else { return }
    let own = Currency(listIndex: UInt16(currency - 1))
    if let number = ExactDecimal(mantissa: mantissas, decimals: decimals) {
      closed.add(number, own)
    } else {
      closed.addUnknown(own)
    }
    mantissas = 0
  }
}
