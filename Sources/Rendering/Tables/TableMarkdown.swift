internal import ExactNumbers
internal import Liquid
internal import Reporting

/// Writes a table as a GFM table; every value is escaped for Markdown and HTML.
struct TableMarkdown {
  private let source: TableSource
  private let design: TableDesign
  private let scope: PageScope
  private let currency: Currency?

  private var wording: Wording { scope.site.wording }

  init(_ source: TableSource, _ design: TableDesign, _ scope: PageScope) {
    self.source = source
    self.design = design
    self.scope = scope
    currency = source.totals.count == 1 ? source.totals[0].currency : nil
  }

  /// The table with blank lines around it; a sentence instead of one without rows.
  func text() -> String {
    guard source.rows.count > 0 else {
      return "\n\n" + Self.escaped(TableState.markdown(source, scope)) + "\n\n"
    }
    let names = design.columns.flatMap { $0 }
    var text = "\n\n" + line(names.map(heading)) + line(names.map(rule))
    for place in source.shown {
      let row = source.row(at: place)
      text += line(names.map { cell($0, row) })
    }
    for total in source.totals { text += line(totals(total, names)) }
    return text + "\n"
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  private func heading(_ column: String) -> String {
    let label = Self.escaped(TableState.label(column, source, wording))
    guard let currency, kind(column) == .money else { return label }
    return label + ", " + currency.code
  }

  private func rule(_ column: String) -> String {
    kind(column)?.isFigure == true ? "---:" : "---"
  }

  private func kind(_ column: String) -> ReportColumn.Kind? {
    source.columns.first { $0.id == column }?.kind
  }

  private func cell(_ column: String, _ row: TableRow) -> String {
    guard let cell = row[column], cell != .notApplicable else { return "" }
    if column == "utilization", let text = scope.cells.utilization(of: row) { return text }
    if let text = partlyKnown(column, row) { return text }
    let isNamed = currency != nil || design.namesCurrency
    let mark: CellText.CurrencyMark = isNamed ? .inHeading : .shown
    return scope.cells.text(cell, column: column, currency: mark).map(Self.escaped) ?? "–"
  }

  private func partlyKnown(_ column: String, _ row: TableRow) -> String? {
    guard column == "monthly_cost", row[column] == .missing,
      let known = row["monthly_cost_known"], case .money(let amount, _) = known, !amount.isZero,
      case .count(let unpriced) = row["unpriced"], unpriced > 0
    else { return nil }
    let isNamed = currency != nil || design.namesCurrency
    let text = scope.cells.text(
      known, column: column, currency: isNamed ? .inHeading : .shown)
    let note = wording.text("ui.without_price", count: unpriced)
    return "≥ " + Self.escaped(text ?? "") + " · " + Self.escaped(note)
  }

  private func totals(_ total: ReportTotal, _ names: [String]) -> [String] {
    let row = TableRow(columns: source.columns, cells: total.cells.map { $0 ?? .notApplicable })
    var cells = names.map { cell($0, row) }
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
