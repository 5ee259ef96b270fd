import BillingModel
import Diagnostics
import ExactNumbers

/// The amounts of one file by column and currency: those of accepted and of quarantined rows.
struct FileBooks {
  private let table: TableID?
  private let columns: [Int]
  private let currencyColumn: Int?
  private var accepted: [Int: MoneyBag] = [:]
  private var quarantined: [Int: MoneyBag] = [:]
  private var ignored: [String: MoneyBag] = [:]
  private(set) var unread: [String: Int] = [:]

  init(_ table: TableID?, _ sources: [Int: Int]) {
    self.table = table
    let schema = table?.schema.columns ?? []
    columns = schema.indices.filter { schema[$0].type == .amount && sources[$0] != nil }
    currencyColumn = table?.schema.index(of: "currency")
  }

  /// Adds a record that was set aside while it was read.
  mutating func add(_ row: PendingRow, file: Int, currency: Currency?) -> QuarantinedRow {
    var amounts: [String: Money] = [:]
    var unreadable = Set(row.unread.map(name))
    for (column, amount) in row.amounts {
      if let currency {
        quarantined[column, default: MoneyBag()].add(amount, currency)
        amounts[name(column)] = Money(amount, currency)
      } else {
        unreadable.insert(name(column))
      }
    }
    for column in unreadable { unread[column, default: 0] += 1 }
    return QuarantinedRow(
      source: RowSource(file: file, line: row.line, offset: row.offset), length: row.length,
      table: table, rules: row.rules.map(\.rawValue), amounts: amounts, unread: unreadable)
  }

  /// Adds a row that was taken out of the table again.
  mutating func add(quarantined row: QuarantinedRow) {
    for column in columns {
      guard let money = row.amounts[name(column)] else { continue }
      quarantined[column, default: MoneyBag()].add(money)
    }
  }

  /// Adds what the rows that are left out have, by column, and how many of their amounts are in no sum.
  mutating func add(ignored amounts: [String: MoneyBag], unread: [String: Int]) {
    ignored = amounts
    self.unread.merge(unread, uniquingKeysWith: +)
  }

  /// Adds the rows of the table that count.
  mutating func add(_ contents: TableContents, _ rows: Range<Int>) {
    guard let currencyColumn else { return }
    for column in columns where contents.amounts(column) != nil {
      let (sums, missing) = contents.sums(column, currency: currencyColumn, rows: rows)
      accepted[column] = sums
      if missing > 0 { unread[name(column), default: 0] += missing }
    }
  }

  /// The sums by column of the schema, then currency.
  var amounts: [AmountReconciliation] {
    columns.flatMap { column in
      let accepted = accepted[column] ?? MoneyBag()
      let quarantined = quarantined[column] ?? MoneyBag()
      var all = accepted
      all.add(quarantined)
      let ignored = ignored[name(column)] ?? MoneyBag()
      all.add(ignored)
      return all.currencies.map { currency in
        AmountReconciliation(
          column: name(column), currency: currency,
          accepted: Self.sum(accepted, currency), quarantined: Self.sum(quarantined, currency),
          ignored: Self.sum(ignored, currency))
      }
    }
  }

  private static func sum(_ bag: MoneyBag, _ currency: Currency) -> ExactDecimal? {
    bag.currencies.contains(currency) ? bag[currency] : .zero
  }

  private func name(_ column: Int) -> String {
    table?.schema.columns[column].name ?? ""
  }
}
