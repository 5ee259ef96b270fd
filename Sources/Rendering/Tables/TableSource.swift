internal import ExactNumbers
internal import Reporting

/// A table as a page has it: columns, the rows of this page, totals, and where its other pages are.
struct TableSource: Sendable {
  /// The name of the report or of the table on a detail page.
  let name: String
  /// The name by which the page knows it; unlike `name` unique on the page.
  var key: String
  let columns: [ReportColumn]
  let rows: ReportRows
  let totals: [ReportTotal]
  /// The rows that the page shows, by their place in its order.
  var shown: Range<Int>
  /// The order of the page; nil for that of the report.
  var order: RowOrder?
  /// The column that the page is ordered by.
  var orderColumn: String?
  /// For each column with pages of its own order, the path of the first of them.
  var orderPaths: [String: String] = [:]
  /// The columns, bars and tracks that the table has unless a template says otherwise.
  var columnList: String?
  var barList: String?
  var trackList: String?
  /// Files with all rows: the form and the path.
  var downloads: [(form: String, path: String)] = []

  init(_ report: Report, shown: Range<Int>? = nil) {
    name = report.name.rawValue
    key = name
    columns = report.columns
    rows = report.rows
    totals = report.totals
    self.shown = shown ?? 0..<report.rows.count
  }

  init(_ table: DetailTable, shown: Range<Int>? = nil) {
    name = table.id
    key = name
    columns = table.columns
    rows = table.rows
    totals = table.totals
    self.shown = shown ?? 0..<table.rows.count
  }

  /// The place of a column; nil when the table has none of that name.
  func column(_ id: String) -> Int? { columns.firstIndex { $0.id == id } }

  /// True when the page shows some of the rows only.
  var isPart: Bool { shown.count < rows.count }

  /// The place in the table of the row at a place of the page's order.
  func place(_ shown: Int) -> Int { order?.row(at: shown) ?? shown }

  /// The row that stands at a place of the page's order.
  func row(at place: Int) -> TableRow {
    TableRow(columns: columns, cells: rows[self.place(place)])
  }

  /// The rows of the page.
  var shownRows: [TableRow] { shown.map { row(at: $0) } }

  /// The one currency of all amounts; nil when there are several, or none.
  func currency(of shown: some Sequence<[Cell]>) -> Currency? {
    if !totals.isEmpty { return totals.count == 1 ? totals[0].currency : nil }
    guard columns.contains(where: { $0.kind == .money }) else { return nil }
    var found: Currency?
    for row in shown {
      for case .money(_, let currency) in row {
        guard found == nil || found == currency else { return nil }
        found = currency
      }
    }
    return found
  }

  /// The one currency of all unit prices; nil when there are several, or one of them is not known.
  func priceCurrency(of shown: some Sequence<[Cell]>, at place: Int?) -> Currency? {
    guard let place else { return nil }
    var found: Currency??
    for row in shown where !row[place].isEmpty {
      let currency = TableRow(columns: columns, cells: row).currency
      guard found == nil || found == .some(currency) else { return nil }
      found = .some(currency)
    }
    return found ?? nil
  }
}

/// One row with the names of its columns.
struct TableRow: Sendable {
  let columns: [ReportColumn]
  let cells: [Cell]

  /// The cell of a column; nil when the table has none of that name.
  subscript(id: String) -> Cell? {
    columns.firstIndex { $0.id == id }.map { cells[$0] }
  }

  /// The row's own currency, or that of its amounts; nil when the row names none.
  var currency: Currency? {
    if case .currency(let currency)? = self["currency"] { return currency }
    for case .money(_, let currency) in cells { return currency }
    return nil
  }
}
