internal import BillingModel
internal import Reporting

/// The words around a table, and what stands in the place of one without rows.
enum TableState {
  /// What the table shows.
  static func caption(_ source: TableSource, _ wording: Wording) -> String {
    wording.text(firstOf: ["report.\(source.name).caption", "table.\(source.name).caption"])
  }

  /// The heading of a column.
  static func label(_ column: String, _ source: TableSource, _ wording: Wording) -> String {
    wording.text(firstOf: ["report.\(source.name).column.\(column)", "column.\(column).label"])
  }

  /// Nothing to report, or no data received: two looks.
  static func html(_ source: TableSource, _ scope: PageScope) -> String {
    let wording = scope.site.wording
    if let missing = missingTable(source, scope) {
      let words = wording.text("ui.no_data", [("table", missing.rawValue)])
      return state("absent", wording.text("ui.no_data_title"), words)
    }
    return state("good", wording.text("ui.nothing_title"), empty(source, wording))
  }

  /// The same as Markdown.
  static func markdown(_ source: TableSource, _ scope: PageScope) -> String {
    let wording = scope.site.wording
    if let missing = missingTable(source, scope) {
      return wording.text("ui.no_data", [("table", missing.rawValue)])
    }
    return empty(source, wording)
  }

  private static func empty(_ source: TableSource, _ wording: Wording) -> String {
    let keys = ["report.\(source.name).empty", "table.\(source.name).empty"]
    return keys.first { wording.has($0) }.map { wording.text($0) } ?? wording.text("ui.nothing")
  }

  /// A notice: its look, its word and its sentence.
  static func state(_ kind: String, _ title: String, _ sentence: String) -> String {
    "<p class=\"state state-\(kind)\"><strong>\(HTMLText.escaped(title))</strong> "
      + "\(HTMLText.escaped(sentence))</p>\n"
  }

  /// The table that a report is made of, when no file of it was among the inputs.
  private static func missingTable(_ source: TableSource, _ scope: PageScope) -> TableID? {
    let table: TableID? =
      switch ReportName(rawValue: source.name) {
      case .licenseUsage, .selfServiceProducts, .selfServiceBuyers, .consolidation, .apps,
        .renewals:
        .subscriptions
      case .invoiceSummary: .invoices
      case .users, .departments: .licenseAssignments
      case .selfServicePolicies: .selfServicePolicies
      default: nil
      }
    return table.flatMap { scope.site.input.basis.data.isGiven($0) ? nil : $0 }
  }
}
