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
  /// The rows without a readable amount in columns where amounts cannot be read, by table and columns.
  public let unread: [UnreadAmounts]

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
    unread = UnreadAmounts.all(of: data)
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

/// How many quarantined rows of a table have no readable amount in the same columns.
public struct UnreadAmounts: Hashable, Sendable {
  /// The table that the rows were read for.
  public let table: TableID?
  /// The amount columns, in the table's order.
  public let columns: [String]
  /// How many rows.
  public let rows: Int

  /// The columns of a row whose amount or currency cannot be read, in the table's order.
  public static func columns(of row: QuarantinedRow) -> [String] {
    guard let table = row.table, !row.unread.isEmpty else { return [] }
    return table.schema.columns.map(\.name).filter { row.unread.contains($0) }
  }

  static func all(of data: Dataset) -> [UnreadAmounts] {
    var counts: [Place: Int] = [:]
    for row in data.quarantine {
      let columns = columns(of: row)
      guard !columns.isEmpty else { continue }
      counts[Place(table: row.table, columns: columns), default: 0] += 1
    }
    return counts.map { UnreadAmounts(table: $0.table, columns: $0.columns, rows: $1) }
      .sorted { left, right in
        TextOrder.isBefore(
          TextOrder.compare(left.table?.rawValue, right.table?.rawValue),
          TextOrder.compare(
            left.columns.joined(separator: ","), right.columns.joined(separator: ",")))
      }
  }

  private struct Place: Hashable {
    let table: TableID?
    let columns: [String]
  }
}
