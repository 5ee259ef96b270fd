internal import Charts
internal import ExactNumbers
internal import Liquid
internal import Reporting

extension SiteEnvironment {
  /// `{% chart report, value: "unused_monthly_cost", label: "product_name", limit: 8,
  /// finding: "chart.unused" %}`: the largest rows as bars, one figure for each currency.
  static var chartTag: Tag {
    let names = ["value", "label", "limit", "finding"]
    return Tag(1...1, named: names) { arguments, page throws(Problem) in
      let scope = try scope()
      let source = try table(arguments[0], scope)
      let chart = try BarFigures(source, arguments, scope)
      let figures = scope.form == .markdown ? "" : chart.html()
      guard !figures.isEmpty else { return }
      try place(arguments, in: &page) { html in html.append(markup: figures) }
    }
  }
}

/// The largest rows of a table by one column, drawn as bars with their figures in a table.
struct BarFigures {
  private let scope: PageScope
  private let source: TableSource
  private let value: String
  private let label: String
  private let limit: Int
  private let finding: String

  init(_ source: TableSource, _ arguments: Arguments, _ scope: PageScope) throws(Problem) {
    guard case .text(let value)? = arguments["value"], case .text(let label)? = arguments["label"]
    else { throw .other("a chart needs the columns value and label") }
    for name in [value, label] where source.column(name) == nil {
      throw .other("the table has no column “\(name)”")
    }
    if case .number(let limit)? = arguments["limit"] {
      self.limit = max(1, min(limit, 40))
    } else {
      limit = 8
    }
    if case .text(let key)? = arguments["finding"] { finding = key } else { finding = "" }
    self.scope = scope
    self.source = source
    self.value = value
    self.label = label
  }

  /// One figure for each currency; nothing when no row has a figure above zero.
  func html() -> String {
    groups().map { figure($0) }.joined()
  }

  /// The largest rows, by currency in the order of codes.
  private func groups() -> [[TableRow]] {
    guard let column = source.column(value) else { return [] }
    let order = RowOrder(source.rows, column: column)
    var groups: [(key: Currency?, rows: [TableRow])] = []
    for place in source.rows.indices {
      let row = TableRow(columns: source.columns, cells: source.rows[order.row(at: place)])
      guard let cell = row[value], let size = CellHTML.barValue(cell), size > 0 else { continue }
      var currency: Currency?
      if case .money(_, let code) = cell { currency = code }
      if groups.last?.key != currency || groups.isEmpty { groups.append((currency, [])) }
      guard groups[groups.count - 1].rows.count < limit else { continue }
      groups[groups.count - 1].rows.append(row)
    }
    return groups.map(\.rows).filter { $0.count > 1 }
  }

  private func figure(_ rows: [TableRow]) -> String {
    let words = caption(rows[0])
    let bars = rows.map { row in
      BarChart.Bar(name(row), row[value].flatMap(CellHTML.barValue) ?? 0, text: text(row))
    }
    guard let svg = BarChart(bars, label: words).svg() else { return "" }
    return """
      <figure class="chart">
      <figcaption>\(HTMLText.escaped(words))</figcaption>
      <div class="chart-scroll" role="group" aria-label="\(HTMLText.escaped(words))" tabindex="0">\(svg)</div>
      <details><summary>\(HTMLText.escaped(scope.site.wording.text("ui.chart_table")))</summary>
      \(table(rows))
      </details>
      </figure>

      """
  }

  private func caption(_ first: TableRow) -> String {
    scope.site.wording.text(finding, [("name", name(first)), ("value", text(first))])
  }

  private func name(_ row: TableRow) -> String {
    row[label].flatMap { scope.cells.text($0, column: label) } ?? "–"
  }

  private func text(_ row: TableRow) -> String {
    row[value].flatMap { scope.cells.text($0, column: value) } ?? "–"
  }

  private func table(_ rows: [TableRow]) -> String {
    let wording = scope.site.wording
    let heads = [label, value].map { HTMLText.escaped(TableState.label($0, source, wording)) }
    let lines = rows.map { row in
      let target = scope.link(scope.site.links.target(of: label, in: row))
      return "<tr><th scope=\"row\">\(HTMLText.link(HTMLText.escaped(name(row)), to: target))</th>"
        + "<td class=\"num\">\(HTMLText.escaped(text(row)))</td></tr>"
    }
    return "<table class=\"small\"><thead><tr><th scope=\"col\">\(heads[0])</th>"
      + "<th scope=\"col\" class=\"num\">\(heads[1])</th></tr></thead>"
      + "<tbody>\(lines.joined())</tbody></table>"
  }
}
