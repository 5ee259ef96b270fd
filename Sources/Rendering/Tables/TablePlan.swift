internal import BillingModel
internal import Liquid
internal import Reporting

/// A table as a template wants it: what is the same on all pages that have one like it.
struct TablePlan: Sendable {
  let design: TableDesign
  let columns: [VisibleColumn]
  /// The columns that name things with pages, for the marks of rows.
  let ids: [(place: Int, domain: Domain)]
  /// The place of the unit prices.
  let pricePlace: Int?
  /// Places of the visible columns whose dash is not explained by a word.
  let legendPlaces: [Int]
  /// What the table shows, as HTML.
  let caption: String
  /// The headings that were written.
  let headings = TableHeadings()

  init(_ design: TableDesign, _ source: TableSource, _ wording: Wording) {
    self.design = design
    let columns = design.columns.enumerated().map { place, ids in
      VisibleColumn(ids, isFirst: place == 0, design, source, wording)
    }
    self.columns = columns
    ids = Self.idColumns.compactMap { id, domain in source.column(id).map { ($0, domain) } }
    caption = HTMLText.escaped(TableState.caption(source, wording))
    pricePlace = source.column("unit_price")
    legendPlaces = columns.map(\.main).filter { !wording.has("missing.\($0.column)") }
      .compactMap(\.place)
  }

  private static let idColumns: [(column: String, domain: Domain)] = [
    ("product_id", .product), ("subscription_id", .subscription), ("invoice_id", .invoice),
    ("billing_profile_id", .billingProfile),
  ]
}

/// A visible column of a table, and those that stand below it in small type.
///
/// A class so that a million cells refer to it and copy nothing.
final class VisibleColumn: Sendable {
  /// A column below another one, with what stands around its value.
  struct Below: Sendable {
    let plan: CellPlan
    /// True when it leads where the column's own value leads, which it then need not.
    let leadsAlike: Bool
    /// The value stands between each two of them.
    let parts: [String]
  }

  let main: CellPlan
  let below: [Below]
  let isFirst: Bool
  /// The heading.
  let label: String
  /// The attribute with what the column means; empty without a definition.
  let definition: String
  /// How each cell begins; a label follows unless the column is the first.
  let open: String
  /// The same with the label.
  let head: String

  init(
    _ ids: [String], isFirst: Bool, _ design: TableDesign, _ source: TableSource,
    _ wording: Wording
  ) {
    let main = CellPlan(ids[0], source.columns, design, wording)
    self.main = main
    below = ids.dropFirst().map { id in
      let plan = CellPlan(id, source.columns, design, wording)
      var parts = Self.phrase(below: id, wording)
      parts[0] = "<span class=\"\(plan.kind == .id ? "sub id" : "sub")\">" + parts[0]
      parts[parts.count - 1] += "</span>"
      return Below(plan: plan, leadsAlike: plan.link == main.link, parts: parts)
    }
    self.isFirst = isFirst
    label = HTMLText.escaped(TableState.label(ids[0], source, wording))
    definition =
      wording.phrase("column.\(ids[0]).definition").map {
        " title=\"\(HTMLText.escaped($0))\""
      } ?? ""
    let open =
      isFirst
      ? "<th scope=\"row\"\(Self.headClass(main.kind))"
      : "<td\(Self.kindClass(main.kind)) data-label=\""
    self.open = open
    head = isFirst ? open : open + label + "\""
  }

  /// The words around a value that stands below another one, which names it once as a rule.
  private static func phrase(below column: String, _ wording: Wording) -> [String] {
    let mark = "\u{FFFC}"
    let key = "column.\(column).below"
    guard wording.has(key) else { return ["", ""] }
    let text = HTMLText.escaped(wording.text(key, [("value", mark)]))
    return text.split(separator: mark, omittingEmptySubsequences: false).map { String($0) }
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
}
