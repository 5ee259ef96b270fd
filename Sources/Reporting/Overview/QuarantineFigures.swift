public import BillingModel
public import ExactNumbers

/// How many rows are in quarantine and which amounts they carry.
public struct QuarantineFigures: Hashable, Sendable {
  /// How many rows.
  public let rows: Int
  /// How many of them have an amount that can be read.
  public let rowsWithAmounts: Int
  /// The amounts by table and column, ordered by both. Amounts of different columns are not to be
  /// added: a total holds its charges.
  public let amounts: [QuarantinedAmounts]

  /// Adds up what is in quarantine.
  public init(_ data: Dataset) {
    rows = data.quarantine.count
    rowsWithAmounts = data.quarantine.count { !$0.amounts.isEmpty }
    var bags: [Place: MoneyBag] = [:]
    for row in data.quarantine {
      for (column, money) in row.amounts {
        bags[Place(table: row.table, column: column), default: MoneyBag()].add(money)
      }
    }
    amounts = bags.map { QuarantinedAmounts(table: $0.table, column: $0.column, amounts: $1) }
      .sorted { left, right in
        TextOrder.isBefore(
          TextOrder.compare(left.table?.rawValue, right.table?.rawValue),
          TextOrder.compare(left.column, right.column))
      }
  }

  /// The sum of a column over one table's quarantined rows.
  public func amounts(of table: TableID, _ column: String) -> MoneyBag {
    amounts.first { $0.table == table && $0.column == column }?.amounts ?? MoneyBag()
  }

  private struct Place: Hashable {
    let table: TableID?
    let column: String
  }
}

/// The readable amounts of one column of one table in quarantine.
public struct QuarantinedAmounts: Hashable, Sendable {
  /// The table that the rows were read for.
  public let table: TableID?
  /// The amount column.
  public let column: String
  /// The sums by currency.
  public let amounts: MoneyBag
}
