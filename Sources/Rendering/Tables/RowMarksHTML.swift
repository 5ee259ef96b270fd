internal import BillingModel
internal import Diagnostics
internal import Reporting

/// Writes what is wrong with a row below its name: how many findings, waived ones, records in
/// quarantine, with a link to where they are told.
struct RowMarksHTML {
  let scope: PageScope
  /// True for the table of a report, whose rows say what is missing from them.
  let isReport: Bool

  private static let idColumns: [(column: String, domain: Domain)] = [
    ("product_id", .product), ("subscription_id", .subscription), ("invoice_id", .invoice),
    ("billing_profile_id", .billingProfile),
  ]

  /// The marks of a row; empty when nothing is wrong. `target` is the page of what the row is about.
  func html(_ row: TableRow, target: String?) -> String {
    guard scope.form == .page else { return "" }
    let marks = scope.site.marks.marks(ids: isReport ? ids(of: row) : [], sources: row.sources())
    guard !marks.isEmpty else { return "" }
    let parts = [findings(marks, target), quarantined(marks)].filter { !$0.isEmpty }
    return "<span class=\"sub marks\">\(parts.joined(separator: " · "))</span>"
  }

  private func ids(of row: TableRow) -> [QuarantineIndex.ID] {
    Self.idColumns.compactMap { column, domain in
      switch row[column] {
      case .id(let id)?, .text(let id)?: QuarantineIndex.ID(domain, id)
      default: nil
      }
    }
  }

  private func findings(_ marks: RowMarks, _ target: String?) -> String {
    let wording = scope.site.wording
    var words = Severity.allCases.reversed().compactMap { severity -> String? in
      guard let count = marks.findings[severity], count > 0 else { return nil }
      let text = HTMLText.escaped(wording.text("ui.marks.\(severity.rawValue)", count: count))
      return "<span class=\"sev sev-\(severity.rawValue)\">\(text)</span>"
    }
    if marks.waived > 0 {
      let text = HTMLText.escaped(wording.text("ui.marks.waived", count: marks.waived))
      words.append("<span class=\"muted\">\(text)</span>")
    }
    guard !words.isEmpty else { return "" }
    return HTMLText.link(words.joined(separator: ", "), to: link(target))
  }

  /// The findings on the page of the row's thing; else all findings.
  private func link(_ target: String?) -> String? {
    if target == scope.path { return "#found" }
    if let target, target.hasSuffix(".html") { return scope.link(target).map { $0 + "#found" } }
    return scope.link(target ?? scope.site.links.list("findings"))
  }

  private func quarantined(_ marks: RowMarks) -> String {
    guard marks.quarantined > 0 else { return "" }
    let text = scope.site.wording.text("ui.marks.quarantined", count: marks.quarantined)
    return HTMLText.link(
      HTMLText.escaped(text), to: scope.link(scope.site.links.list("quarantine")))
  }
}
