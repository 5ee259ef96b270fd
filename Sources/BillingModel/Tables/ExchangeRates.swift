/// The table `exchange_rates`.
public enum ExchangeRates: TableTag {
  /// Which table.
  public static let id = TableID.exchangeRates
}

extension Table<ExchangeRates> {
  /// The column `from`.
  public var from: CurrencyColumn { currency("from") }
  /// The column `to`.
  public var to: CurrencyColumn { currency("to") }
  /// The column `on`.
  public var on: DateColumn { date("on") }
  /// The column `rate`.
  public var rate: AmountColumn { amount("rate") }
}
