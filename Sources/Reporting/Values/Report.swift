public import CalendarDates
public import ExactNumbers

/// A computed report: columns, rows in their documented order, and totals.
public struct Report: Sendable {
  /// Which report.
  public let name: ReportName
  /// The report date.
  public let asOf: CalendarDate
  /// The columns in their documented order.
  public let columns: [ReportColumn]
  /// The rows.
  public let rows: ReportRows
  /// The sums, one entry for each currency that a row has; rows without a currency first.
  public let totals: [ReportTotal]
  /// Further tables for its page, each an excerpt or a sum of what the rows say.
  public let parts: [DetailTable]

  /// Puts a report together.
  public init(
    name: ReportName, asOf: CalendarDate, columns: [ReportColumn], rows: ReportRows,
    totals: [ReportTotal], parts: [DetailTable] = []
  ) {
    self.name = name
    self.asOf = asOf
    self.columns = columns
    self.rows = rows
    self.totals = totals
    self.parts = parts
  }

  /// The place of a column; nil when the report has none of that name.
  public func column(_ id: String) -> Int? {
    columns.firstIndex { $0.id == id }
  }
}

/// The sums over a report's rows of one currency.
public struct ReportTotal: Hashable, Sendable {
  /// The currency; nil for the rows without one.
  public let currency: Currency?
  /// A sum for each column of the report, and the currency itself; nil where a sum means nothing.
  public let cells: [Cell?]

  /// Makes the sums of one currency.
  public init(currency: Currency?, cells: [Cell?]) {
    self.currency = currency
    self.cells = cells
  }
}
