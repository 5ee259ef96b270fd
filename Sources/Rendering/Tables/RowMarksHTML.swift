internal import BillingModel
internal import Diagnostics
internal import Liquid
internal import Reporting

/// Writes what is wrong with a row below its name: how many findings, waived ones, records in
/// quarantine, with a link to where they are told.
struct RowMarksHTML {
  let scope: PageScope
  /// The columns that name what a row is about; none but for the table of a report, whose rows say
  /// what is missing from them.
  let ids: [(place: Int, domain: Domain)]

  /// Appends the marks of a row, which stands at a place of `rows`; nothing when nothing is wrong.
  /// `target` is the page of what the row is about.
  func append(
    _ row: [Cell], _ place: Int, _ rows: ReportRows, target: String?, to html: inout PageOutput
  ) {
    guard scope.form == .page else { return }
    let marks = scope.site.marks.marks(ids: ids(of: row), of: place, in: rows)
    guard !marks.isEmpty else { return }
    let parts = [findings(marks, target), quarantined(marks)].filter { !$0.isEmpty }
    html.append(markup: "<span class=\"sub marks\">\(parts.joined(separator: " · "))</span>")
  }

  private func ids(of row: [Cell]) -> [QuarantineIndex.ID] {
    ids.compactMap { place, domain in
      switch row[place] {
      case .id(let id), .text(let id): QuarantineIndex.ID(domain, id)
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
