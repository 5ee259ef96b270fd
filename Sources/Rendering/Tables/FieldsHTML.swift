internal import Liquid
internal import Reporting

/// Writes the fields of a thing as a list of terms; those that the export does not have in one line.
struct FieldsHTML {
  private let fields: [DetailField]
  private let scope: PageScope
  private let source: String

  init(_ detail: Detail, _ scope: PageScope, only: [String]?, without: [String]) {
    let wanted = only.map { names in
      names.compactMap { name in
        detail.fields.first { $0.column.id == name }
      }
    }
    fields = (wanted ?? detail.fields).filter { !without.contains($0.column.id) }
    source = detail.kind.rawValue
    self.scope = scope
  }

  /// Appends the list.
  func append(to html: inout PageOutput) {
    let row = fields.map(\.cell)
    let cells = CellHTML(scope)
    let plans = scope.site.fieldPlans.plans(source, fields.map(\.column))
    var isFirst = true
    for (field, plan) in zip(fields, plans) where !field.cell.isEmpty {
      html.write(isFirst ? "<dl class=\"fields\">\n" : "\n")
      isFirst = false
      html.append(markup: plan.open)
      let target = scope.site.links.target(plan.cell.link, in: row)
      cells.append(plan.cell, row, to: target, in: &html)
      html.write("</dd></div>")
    }
    if !isFirst { html.write("\n</dl>\n") }
    let unknown = zip(fields, plans).filter { $0.0.cell == .missing }.map(\.1.label)
    guard !unknown.isEmpty else { return }
    html.write("<p class=\"legend\">")
    html.append(text: scope.site.wording.text("ui.fields_missing"))
    html.append(markup: " \(unknown.joined(separator: ", "))</p>\n")
  }
}
