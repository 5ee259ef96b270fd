internal import BillingModel
internal import ExactNumbers
internal import Liquid
internal import Reporting

/// Writes a table as HTML: caption, headings with scope and order, rows, totals.
struct TableHTML {
  let source: TableSource
  let plan: TablePlan
  let scope: PageScope
  /// What the table shows; nil for the wording's.
  let caption: String?
  let id: String
  let currency: Currency?
  let priceCurrency: Currency?
  /// The rows of the page: their places in the table, and their cells.
  private let rows: [(place: Int, cells: [Cell])]

  var wording: Wording { scope.site.wording }

  init(
    _ source: TableSource, _ plan: TablePlan, _ scope: PageScope, caption: String?, id: String?
  ) {
    self.source = source
    self.plan = plan
    self.scope = scope
    self.caption = caption
    self.id = "t-" + (id ?? source.key)
    rows = source.shown.map { shown in
      let place = source.place(shown)
      return (place, source.rows[place])
    }
    currency = source.currency(of: rows.lazy.map(\.cells))
    priceCurrency = source.priceCurrency(of: rows.lazy.map(\.cells), at: plan.pricePlace)
  }

  /// Appends the table; a sentence instead of one without rows.
  func append(to html: inout PageOutput) {
    guard !rows.isEmpty else { return html.append(markup: TableState.html(source, scope)) }
    html.write("<div class=\"table\" role=\"region\" aria-labelledby=\"")
    html.append(markup: id)
    html.write("\" tabindex=\"0\" ")
    html.append(markup: scope.site.tableLabels)
    html.write(">\n<table class=\"data\" id=\"")
    html.append(markup: id)
    html.write("-table\">\n")
    appendCaption(to: &html)
    html.write("\n<thead><tr>")
    appendHeadings(to: &html)
    html.write("</tr></thead>\n<tbody>\n")
    appendBody(to: &html)
    html.write("\n</tbody>\n")
    appendFooter(to: &html)
    html.write("</table>\n</div>\n")
    appendLegend(to: &html)
  }

  private func appendBody(to html: inout PageOutput) {
    let heads = plan.columns.map { head($0) }
    let marks = RowMarksHTML(scope: scope, ids: source.key == "report" ? plan.ids : [])
    let cells = cells(maxima: maxima)
    var isFirst = true
    for (place, row) in rows {
      html.write(isFirst ? "<tr>" : "\n<tr>")
      isFirst = false
      for (head, column) in zip(heads, plan.columns) {
        html.append(markup: head)
        let target = scope.site.links.target(column.main.link, in: row, (source.rows, place))
        append(column, row, place, target, cells, &html)
        if column.isFirst { marks.append(row, place, source.rows, target: target, to: &html) }
        html.write(column.isFirst ? "</th>" : "</td>")
      }
      html.write("</tr>")
    }
  }

  /// How each cell of a column begins.
  private func head(_ column: VisibleColumn) -> String {
    column.isFirst || headingCurrency(column) == nil
      ? column.head : column.open + label(column) + "\""
  }

  /// Appends what stands in a cell: the column's own value, which leads to `target`, and those below.
  private func append(
    _ column: VisibleColumn, _ row: [Cell], _ place: Int, _ target: String?,
    _ cells: CellHTML, _ html: inout PageOutput
  ) {
    if !column.isFirst, let value = column.main.place {
      scope.site.cellStyle.append(sortValueOf: row[value], as: " data-value=\"", to: &html)
    }
    html.write(">")
    cells.append(column.main, row, to: target, in: &html)
    for below in column.below {
      guard let value = below.plan.place, !row[value].isEmpty,
        below.plan.column != "currency" || currency == nil
      else { continue }
      var own: String?
      if !below.leadsAlike {
        own = scope.site.links.target(below.plan.link, in: row, (source.rows, place))
      }
      html.append(markup: below.parts[0])
      for part in below.parts.dropFirst() {
        cells.append(below.plan, row, to: own == target ? nil : own, in: &html)
        html.append(markup: part)
      }
    }
  }

  func cells(maxima: [String: Int128]) -> CellHTML {
    var cells = CellHTML(scope)
    cells.namesCurrency = currency != nil || plan.design.namesCurrency
    cells.namesPriceCurrency = priceCurrency != nil || plan.design.namesCurrency
    cells.maxima = maxima
    return cells
  }

  /// The largest figure of each column with bars.
  private var maxima: [String: Int128] {
    var maxima: [String: Int128] = [:]
    for column in plan.design.bars {
      guard let place = source.column(column) else { continue }
      maxima[column] = rows.compactMap { CellHTML.barValue($0.cells[place]) }.max()
    }
    return maxima
  }

  /// Says what an empty cell and a dash mean, where there are any.
  private func appendLegend(to html: inout PageOutput) {
    var (hasMissing, hasBlank) = (false, false)
    for (_, row) in rows {
      for place in plan.legendPlaces {
        switch row[place] {
        case .missing: hasMissing = true
        case .notApplicable: hasBlank = true
        default: continue
        }
      }
    }
    var parts: [String] = []
    if hasMissing { parts.append(wording.text("ui.legend_missing")) }
    if hasBlank { parts.append(wording.text("ui.legend_blank")) }
    guard !parts.isEmpty else { return }
    html.write("<p class=\"legend\">")
    html.append(text: parts.joined(separator: " · "))
    html.write("</p>\n")
  }
}
