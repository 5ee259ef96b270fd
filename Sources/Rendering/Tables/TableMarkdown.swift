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

  /// The table with blank lines around it; a sentence instead of one without rows.
  func text() -> String {
    guard source.rows.count > 0 else {
      return "\n\n" + Self.escaped(TableState.markdown(source, scope)) + "\n\n"
    }
    var text = "\n\n" + line(columns.map(heading))
    text += line(columns.map { $0.kind.isFigure ? "---:" : "---" })
    for place in source.shown {
      let row = source.row(at: place)
      text += line(columns.map { cell($0, row) })
    }
    for total in source.totals { text += line(totals(total)) }
    return text + "\n"
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  private func heading(_ column: Column) -> String {
    let label = Self.escaped(TableState.label(column.name, source, wording))
    guard let currency, column.kind == .money else { return label }
    return label + ", " + currency.code
  }

  private func cell(_ column: Column, _ row: TableRow) -> String {
    let cell = row.cells[column.place]
    if case .notApplicable = cell { return "" }
    if column.name == "utilization", let text = texts.utilization(of: row) { return text }
    if case .missing = cell { return partlyKnown(column, row) ?? "–" }
    return texts.text(cell, column: column.name, currency: mark).map(Self.escaped) ?? "–"
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

  private func totals(_ total: ReportTotal) -> [String] {
    let row = TableRow(columns: source.columns, cells: total.cells.map { $0 ?? .notApplicable })
    var cells = columns.map { cell($0, row) }
    let several = source.totals.count > 1
    cells[0] =
      Self.escaped(wording.text("ui.total"))
      + (several
        ? ", " + (total.currency?.code ?? Self.escaped(wording.text("ui.no_currency"))) : "")
    return cells.map { $0.isEmpty ? "" : "**\($0)**" }
  }

  private static func escaped(_ text: String) -> String {
    Escaping.markdownAndHTML.escaped(text)
  }
}
