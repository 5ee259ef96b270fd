internal import ExactNumbers
internal import Liquid
internal import Reporting

// What stands above and below the rows.
extension TableHTML {
  func appendCaption(to html: inout PageOutput) {
    html.write("<caption id=\"")
    html.append(markup: id)
    html.write("\"><span class=\"caption-title\">")
    if let caption { html.append(text: caption) } else { html.append(markup: plan.caption) }
    html.write("</span> <span class=\"chip\">")
    if !source.isPart, let known = scope.site.rowCounts[at: source.rows.count] {
      html.append(markup: known)
    } else {
      html.append(text: rowCount)
    }
    html.write("</span>")
    if !source.downloads.isEmpty, scope.form == .page { appendDownloads(to: &html) }
    html.write("</caption>")
  }

  private var rowCount: String {
    guard source.isPart else { return wording.text("ui.rows", count: source.rows.count) }
    let range = [
      ("first", wording.numbers.text(source.shown.lowerBound + 1)),
      ("last", wording.numbers.text(source.shown.upperBound)),
    ]
    return wording.text("ui.rows_part", range, count: source.rows.count)
  }

  private func appendDownloads(to html: inout PageOutput) {
    let links = source.downloads.map { form, path in
      HTMLText.link(HTMLText.escaped(form.uppercased()), to: scope.link(path))
    }
    html.write(" <span class=\"downloads\">")
    html.append(text: wording.text("ui.all_rows_as"))
    html.append(markup: " \(links.joined(separator: " · "))</span>")
  }

  /// The row of headings. Tables without other orders have the same ones, but for their currencies.
  func appendHeadings(to html: inout PageOutput) {
    guard source.orderPaths.isEmpty else {
      for column in plan.columns { appendHeading(column, to: &html) }
      return
    }
    html.append(
      markup: plan.headings.text(currency, priceCurrency) { headings in
        for column in plan.columns { appendHeading(column, to: &headings) }
      })
  }

  private func appendHeading(_ column: VisibleColumn, to html: inout PageOutput) {
    html.write("<th scope=\"col\"")
    let isFigure = column.main.kind?.isFigure ?? false
    if isFigure, !column.isFirst { html.write(" class=\"num\"") }
    let id = column.main.column
    let path = scope.form == .page ? source.orderPaths[id] : nil
    let isOrdered = path != nil && source.orderColumn == id
    if isOrdered {
      html.append(markup: " aria-sort=\"\(isFigure ? "descending" : "ascending")\"")
    }
    html.append(markup: column.definition)
    html.write(">")
    let link = isOrdered ? nil : scope.link(path)
    if let link {
      let name = TableState.label(id, source, wording)
      html.append(markup: "<a href=\"\(link)\" title=\"")
      html.append(text: wording.text("ui.order_by", [("column", name)]))
      html.write("\">")
    }
    html.append(markup: label(column))
    html.write(link == nil ? "</th>" : "</a></th>")
  }

  /// A column's heading, with the currency when all amounts have the same.
  func label(_ column: VisibleColumn) -> String {
    headingCurrency(column).map { column.label + ", " + $0.code } ?? column.label
  }

  /// The currency that a column's heading names.
  func headingCurrency(_ column: VisibleColumn) -> Currency? {
    if column.main.place != nil, column.main.place == plan.pricePlace { return priceCurrency }
    return column.main.kind == .money ? currency : nil
  }

  /// One row for each currency, below the last page only where the table is paged by rows.
  func appendFooter(to html: inout PageOutput) {
    guard !source.totals.isEmpty else { return }
    html.write("<tfoot>\n")
    for total in source.totals {
      append(total, to: &html)
      html.write("\n")
    }
    html.write("</tfoot>\n")
  }

  private func append(_ total: ReportTotal, to html: inout PageOutput) {
    html.write("<tr><th scope=\"row\">")
    html.append(text: wording.text(source.isPart ? "ui.total_all" : "ui.total"))
    if source.totals.count > 1 {
      html.write(", ")
      html.append(text: total.currency?.code ?? wording.text("ui.no_currency"))
    }
    html.write("</th>")
    let row = total.cells.map { $0 ?? .notApplicable }
    var cells = cells(maxima: [:])
    cells.hasPictures = false
    for column in plan.columns.dropFirst() {
      html.append(markup: "<td class=\"num\" data-label=\"\(label(column))\">")
      let target = scope.site.links.target(column.main.link, in: row)
      cells.append(column.main, row, to: target, in: &html)
      html.write("</td>")
    }
    html.write("</tr>")
  }
}
