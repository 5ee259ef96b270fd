internal import BillingModel
internal import ExactNumbers
internal import Reporting

/// Writes a table as HTML: caption, headings with scope and order, rows, totals.
struct TableHTML {
  private let source: TableSource
  private let design: TableDesign
  private let scope: PageScope
  private let rows: [TableRow]
  private let cells: CellHTML
  private let currency: Currency?
  private let priceCurrency: Currency?

  private var wording: Wording { scope.site.wording }

  init(_ source: TableSource, _ design: TableDesign, _ scope: PageScope) {
    self.source = source
    self.design = design
    self.scope = scope
    rows = source.shownRows
    currency = source.currency(of: rows)
    priceCurrency = source.priceCurrency(of: rows)
    var maxima: [String: Int128] = [:]
    for column in design.bars {
      maxima[column] = rows.compactMap { $0[column].flatMap(CellHTML.barValue) }.max()
    }
    cells = CellHTML(
      scope: scope, design: design, currency: currency, priceCurrency: priceCurrency,
      maxima: maxima)
  }

  /// The finished HTML; a sentence instead of a table without rows.
  func html() -> String {
    guard !rows.isEmpty else { return TableState.html(source, scope) }
    let id = "t-" + (design.id ?? source.key)
    return """
      <div class="table" role="region" aria-labelledby="\(id)" tabindex="0" \(labels)>
      <table class="data" id="\(id)-table">
      \(caption(id))
      <thead><tr>\(design.columns.map(heading).joined())</tr></thead>
      <tbody>
      \(body())
      </tbody>
      \(footer)</table>
      </div>
      \(legend)
      """
  }

  /// Words for the script, which has none of its own.
  private var labels: String {
    let words = [
      ("filter", wording.text("ui.filter")), ("none", wording.text("ui.filter_none")),
      ("count", wording.text("ui.filter_count")), ("clear", wording.text("ui.filter_clear")),
    ]
    return words.map { "data-\($0)=\"\(HTMLText.escaped($1))\"" }.joined(separator: " ")
  }

  private func caption(_ id: String) -> String {
    let title = design.caption ?? TableState.caption(source, wording)
    var html =
      "<caption id=\"\(id)\"><span class=\"caption-title\">\(HTMLText.escaped(title))</span>"
    let range = [
      ("first", wording.numbers.text(source.shown.lowerBound + 1)),
      ("last", wording.numbers.text(source.shown.upperBound)),
    ]
    let count =
      source.isPart
      ? wording.text("ui.rows_part", range, count: source.rows.count)
      : wording.text("ui.rows", count: source.rows.count)
    html += " <span class=\"chip\">\(HTMLText.escaped(count))</span>"
    if !source.downloads.isEmpty, scope.form == .page { html += downloads }
    return html + "</caption>"
  }

  private var downloads: String {
    let links = source.downloads.map { form, path in
      HTMLText.link(HTMLText.escaped(form.uppercased()), to: scope.link(path))
    }
    let label = HTMLText.escaped(wording.text("ui.all_rows_as"))
    return " <span class=\"downloads\">\(label) \(links.joined(separator: " · "))</span>"
  }

  private func heading(_ columns: [String]) -> String {
    let column = columns[0]
    let isFirst = column == design.columns[0][0]
    let isFigure = self.column(column)?.kind.isFigure ?? false
    var label = label(column)
    let isOrdered = source.orderColumn == column
    var attributes = isFigure && !isFirst ? " class=\"num\"" : ""
    if let path = source.orderPaths[column], scope.form == .page {
      let name = TableState.label(column, source, wording)
      let title = HTMLText.escaped(wording.text("ui.order_by", [("column", name)]))
      attributes += isOrdered ? " aria-sort=\"\(isFigure ? "descending" : "ascending")\"" : ""
      if !isOrdered, let link = scope.link(path) {
        label = "<a href=\"\(link)\" title=\"\(title)\">\(label)</a>"
      }
    }
    let definition = wording.phrase("column.\(column).definition").map {
      " title=\"\(HTMLText.escaped($0))\""
    }
    return "<th scope=\"col\"\(attributes)\(definition ?? "")>\(label)</th>"
  }

  /// A column's heading, with the currency when all amounts have the same.
  private func label(_ column: String) -> String {
    let label = HTMLText.escaped(TableState.label(column, source, wording))
    if column == "unit_price" { return priceCurrency.map { label + ", " + $0.code } ?? label }
    guard let currency, self.column(column)?.kind == .money else { return label }
    return label + ", " + currency.code
  }

  /// What is the same in every row: how each visible column's cell begins, and the column's place.
  private var cellHeads: [(open: String, place: Int)] {
    design.columns.enumerated().map { place, columns in
      let own = source.column(columns[0]) ?? 0
      let kind = source.columns[own].kind
      guard place > 0 else { return ("<th scope=\"row\"\(Self.headClass(kind))", own) }
      return ("<td\(Self.kindClass(kind)) data-label=\"\(label(columns[0]))\"", own)
    }
  }

  private func body() -> String {
    let heads = cellHeads
    let marks = RowMarksHTML(scope: scope, isReport: source.key == "report")
    var html = ""
    for row in rows {
      html += html.isEmpty ? "<tr>" : "\n<tr>"
      for (place, columns) in design.columns.enumerated() {
        let (open, own) = heads[place]
        html += open
        if place > 0, let sort = CellHTML.sortValue(row.cells[own]) {
          html += " data-value=\"\(sort)\""
        }
        html += ">"
        let target = scope.site.links.target(of: columns[0], in: row)
        html += cells.content(columns, row, target: target)
        if place == 0 { html += marks.html(row, target: target) }
        html += place == 0 ? "</th>" : "</td>"
      }
      html += "</tr>"
    }
    return html
  }

  private static func kindClass(_ kind: ReportColumn.Kind?) -> String {
    guard let kind else { return "" }
    if kind.isFigure { return " class=\"num\"" }
    return kind == .id
      ? " class=\"id\"" : (kind == .date || kind == .month ? " class=\"date\"" : "")
  }

  /// A figure that names the row stands at the left, and takes no more room than it needs.
  private static func headClass(_ kind: ReportColumn.Kind?) -> String {
    kind?.isFigure == true || kind == .month || kind == .currency
      ? " class=\"short\"" : kindClass(kind)
  }

  private func column(_ id: String) -> ReportColumn? {
    source.columns.first { $0.id == id }
  }
}

extension TableHTML {
  /// One row for each currency, below the last page only where the table is paged by rows.
  private var footer: String {
    guard !source.totals.isEmpty else { return "" }
    let lines = source.totals.map(totalRow).joined(separator: "\n")
    return "<tfoot>\n\(lines)\n</tfoot>\n"
  }

  private func totalRow(_ total: ReportTotal) -> String {
    let row = TableRow(columns: source.columns, cells: total.cells.map { $0 ?? .notApplicable })
    let key = source.isPart ? "ui.total_all" : "ui.total"
    var title = HTMLText.escaped(wording.text(key))
    if source.totals.count > 1 {
      title += ", \(total.currency?.code ?? HTMLText.escaped(wording.text("ui.no_currency")))"
    }
    var html = "<tr><th scope=\"row\">\(title)</th>"
    for columns in design.columns.dropFirst() {
      let plain = CellHTML(scope: scope, design: .bare(design), currency: currency)
      let label = label(columns[0])
      html += "<td class=\"num\" data-label=\"\(label)\">\(plain.value(columns[0], row))</td>"
    }
    return html + "</tr>"
  }

  /// Says what an empty cell and a dash mean, where there are any.
  private var legend: String {
    let shown = design.columns.map { $0[0] }.filter { !wording.has("missing.\($0)") }
    let places = shown.compactMap { source.column($0) }
    var parts: [String] = []
    if rows.contains(where: { row in places.contains { row.cells[$0] == .missing } }) {
      parts.append(wording.text("ui.legend_missing"))
    }
    if rows.contains(where: { row in places.contains { row.cells[$0] == .notApplicable } }) {
      parts.append(wording.text("ui.legend_blank"))
    }
    guard !parts.isEmpty else { return "" }
    return "<p class=\"legend\">\(HTMLText.escaped(parts.joined(separator: " · ")))</p>\n"
  }
}

extension TableDesign {
  /// The same columns without pictures.
  static func bare(_ design: TableDesign) -> TableDesign {
    var copy = design
    copy.bars = []
    copy.tracks = []
    return copy
  }
}
