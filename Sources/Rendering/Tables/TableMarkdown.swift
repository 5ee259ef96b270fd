internal import ExactNumbers
internal import Liquid
internal import Reporting

/// Writes a table as a GFM table; every value is escaped for Markdown and HTML.
struct TableMarkdown {
  private let source: TableSource
  private let scope: PageScope
  private let texts: CellText
  private let currency: Currency?
  private let mark: CellText.CurrencyMark
  private let columns: [Column]

  /// A visible column and its place in a row.
  private struct Column {
    let name: String
    let place: Int
    let kind: ReportColumn.Kind
  }

  private var wording: Wording { scope.site.wording }

  init(_ source: TableSource, _ design: TableDesign, _ scope: PageScope) {
    self.source = source
    self.scope = scope
    texts = scope.cells
    currency = source.totals.count == 1 ? source.totals[0].currency : nil
    mark = currency != nil || design.namesCurrency ? .inHeading : .shown
    columns = design.columns.joined().compactMap { name in
      source.column(name).map {
        Column(name: name, place: $0, kind: source.columns[$0].kind)
      }
    }
  }

  /// Appends the table with blank lines around it; a sentence instead of one without rows.
  func append(to page: inout PageOutput) {
    page.write("\n\n")
    guard source.rows.count > 0 else {
      append(TableState.markdown(source, scope), to: &page)
      return page.write("\n\n")
    }
    appendLine(to: &page) { column, page in appendHeading(column, to: &page) }
    appendLine(to: &page) { column, page in page.write(column.kind.isFigure ? "---:" : "---") }
    for place in source.shown {
      let row = source.row(at: place)
      appendLine(to: &page) { column, page in append(column, row, to: &page) }
    }
    for total in source.totals { append(total, to: &page) }
    page.write("\n")
  }

  private func appendLine(
    to page: inout PageOutput, _ cell: (Column, inout PageOutput) -> Void
  ) {
    page.write("| ")
    var isFirst = true
    for column in columns {
      if !isFirst { page.write(" | ") }
      isFirst = false
      cell(column, &page)
    }
    page.write(" |\n")
  }

  private func append(_ text: String, to page: inout PageOutput) {
    Escaping.markdownAndHTML.append(text, to: &page)
  }

  private func appendHeading(_ column: Column, to page: inout PageOutput) {
    append(TableState.label(column.name, source, wording), to: &page)
    guard let currency, column.kind == .money else { return }
    page.write(", ")
    page.append(markup: currency.code)
  }

  private func append(_ column: Column, _ row: TableRow, to page: inout PageOutput) {
    let cell = row.cells[column.place]
    if case .notApplicable = cell { return }
    if column.name == "utilization", let text = texts.utilization(of: row) {
      return page.append(markup: text)
    }
    if case .missing = cell { return page.append(markup: partlyKnown(column, row) ?? "–") }
    guard let text = texts.text(cell, column: column.name, currency: mark) else {
      return page.write("–")
    }
    append(text, to: &page)
  }

  private func partlyKnown(_ column: Column, _ row: TableRow) -> String? {
    guard column.name == "monthly_cost", let known = row["monthly_cost_known"],
      case .money(let amount, _) = known, !amount.isZero,
      case .count(let unpriced) = row["unpriced"], unpriced > 0
    else { return nil }
    let text = texts.text(known, column: column.name, currency: mark)
    let note = wording.text("ui.without_price", count: unpriced)
    return "≥ " + Self.escaped(text ?? "") + " · " + Self.escaped(note)
  }

  /// A row of totals in bold, nothing where a sum means nothing.
  private func append(_ total: ReportTotal, to page: inout PageOutput) {
    let row = TableRow(columns: source.columns, cells: total.cells.map { $0 ?? .notApplicable })
    page.write("| ")
    for (number, column) in columns.enumerated() {
      if number > 0 { page.write(" | ") }
      var cell = PageOutput(reserving: 64)
      if number == 0 { appendName(of: total, to: &cell) } else { append(column, row, to: &cell) }
      guard cell.count > 0 else { continue }
      page.write("**")
      page.append(markup: cell.text())
      page.write("**")
    }
    page.write(" |\n")
  }

  private func appendName(of total: ReportTotal, to page: inout PageOutput) {
    append(wording.text("ui.total"), to: &page)
    guard source.totals.count > 1 else { return }
    page.write(", ")
    if let currency = total.currency {
      page.append(markup: currency.code)
    } else {
      append(wording.text("ui.no_currency"), to: &page)
    }
  }

  private static func escaped(_ text: String) -> String {
    Escaping.markdownAndHTML.escaped(text)
  }
}
