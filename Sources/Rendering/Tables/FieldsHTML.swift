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

  func html() -> String {
    let row = TableRow(columns: fields.map(\.column), cells: fields.map(\.cell))
    let design = TableDesign.none
    let cells = CellHTML(scope: scope, design: design, currency: nil)
    let known = fields.filter { !$0.cell.isEmpty }.map { field in
      let kind = field.column.kind == .id ? " class=\"id\"" : ""
      return "<div><dt>\(label(field))</dt>"
        + "<dd\(kind)>\(cells.value(field.column.id, row))</dd></div>"
    }
    let unknown = fields.filter { $0.cell == .missing }.map(label)
    var html =
      known.isEmpty ? "" : "<dl class=\"fields\">\n\(known.joined(separator: "\n"))\n</dl>\n"
    if !unknown.isEmpty {
      let words = HTMLText.escaped(scope.site.wording.text("ui.fields_missing"))
      html += "<p class=\"legend\">\(words) \(unknown.joined(separator: ", "))</p>\n"
    }
    return html
  }

  private func label(_ field: DetailField) -> String {
    let id = field.column.id
    let keys = ["detail.\(source).\(id)", "column.\(id).label"]
    return HTMLText.escaped(scope.site.wording.text(firstOf: keys))
  }
}

extension TableDesign {
  /// No columns and no pictures.
  static let none = TableDesign(columns: [])

  private init(columns: [[String]]) { self.columns = columns }
}
