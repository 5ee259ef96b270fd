public import BillingModel
public import ExactNumbers

/// What came in and what became of it, over all files: the totals of one table in one currency.
public struct AmountBalance: Hashable, Sendable {
  /// The table.
  public let table: TableID
  /// The amount column.
  public let column: String
  /// The currency.
  public let currency: Currency
  /// The sum over all rows that can be read; nil when it does not fit.
  public let incoming: ExactDecimal?
  /// The sum over the rows in the reports.
  public let accepted: ExactDecimal?
  /// The sum over the rows in quarantine.
  public let quarantined: ExactDecimal?
  /// The sum over the rows that were left out.
  public let ignored: ExactDecimal?

  /// The column `total` of each table that has one, ordered by table and currency.
  public static func totals(of data: Dataset) -> [AmountBalance] {
    var groups: [Key: [AmountReconciliation]] = [:]
    for file in data.files {
      guard let table = file.table else { continue }
      for amounts in file.amounts where amounts.column == "total" {
        groups[Key(table: table, currency: amounts.currency), default: []].append(amounts)
      }
    }
    return TableID.allCases.flatMap { table in
      groups.keys.filter { $0.table == table }.sorted { $0.currency < $1.currency }.map { key in
        AmountBalance(key, groups[key] ?? [])
      }
    }
  }

  private struct Key: Hashable {
    let table: TableID
    let currency: Currency
  }

  private init(_ key: Key, _ parts: [AmountReconciliation]) {
    func sum(_ amount: (AmountReconciliation) -> ExactDecimal?) -> ExactDecimal? {
      parts.reduce(ExactDecimal.zero as ExactDecimal?) { sum, part in
        sum.flatMap { sum in amount(part).flatMap { sum.adding($0) } }
      }
    }
    (table, column, currency) = (key.table, "total", key.currency)
    incoming = sum(\.incoming)
    accepted = sum(\.accepted)
    quarantined = sum(\.quarantined)
    ignored = sum(\.ignored)
  }
}
