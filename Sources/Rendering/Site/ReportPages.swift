internal import Digests
internal import Liquid
internal import Reporting

extension SiteContext {
  /// Reports with more rows than this have their own order only: each further order is as many pages.
  static let orderedRowsLimit = 20_000

  /// Reports with more rows than this have no Markdown in the site: it could not be written in pieces.
  static let markdownRowsLimit = 20_000

  /// The pages of all reports that are on, and their Markdown.
  var reportPages: [SitePage] {
    let listed = listedReports.compactMap { reports[$0] }
    let written = ReportName.reports.filter { links.isOn($0.rawValue) && writesMarkdown($0) }
    return listed.flatMap { pages(of: $0) }
      + written.compactMap { reports[$0] }.map { report in
        SitePage(SitePaths.data(report.name, "md")) { [self] () throws(RenderingError) in
          try markdown(report)
        }
      }
  }

  private func pages(of report: Report) -> [SitePage] {
    let count = pageCount(report.rows.count)
    var pages = [
      SitePage(SitePaths.report(report.name)) { [self] () throws(RenderingError) in
        try firstPage(of: report)
      }
    ]
    for number in 1..<count {
      pages.append(page(of: report, by: nil, number: number + 1))
    }
    for column in orders(of: report) {
      for number in 1...count { pages.append(page(of: report, by: column, number: number)) }
    }
    return pages
  }

  private func writesMarkdown(_ name: ReportName) -> Bool {
    templates.matter(Self.template(of: name)).output.contains("md")
      && reports[name]?.rows.count ?? 0 <= Self.markdownRowsLimit
  }

  /// The columns by which a report has pages in another order.
  private func orders(of report: Report) -> [String] {
    guard report.rows.count <= Self.orderedRowsLimit, report.rows.count > 1 else { return [] }
    return templates.matter(Self.template(of: report.name)).orders.filter {
      report.column($0) != nil
    }
  }

  static func template(of name: ReportName) -> String { "reports/\(name.rawValue).md" }

  private func page(of report: Report, by column: String?, number: Int) -> SitePage {
    SitePage(SitePaths.report(report.name, by: column, page: number)) {
      [self] () throws(RenderingError) in
      try furtherPage(of: report, by: column, number: number)
    }
  }

  private func head(_ report: Report, by column: String?, number: Int) -> PageHead {
    let name = report.name
    var head = PageHead(
      kind: "report", title: title(of: name),
      path: SitePaths.report(name, by: column, page: number), section: name.rawValue)
    head.number = number
    head.pageCount = pageCount(report.rows.count)
    head.pagePath = { SitePaths.report(name, by: column, page: $0) }
    head.showsRun = true
    let own = (wording.text("ui.own_order"), SitePaths.report(name), column == nil)
    let others = orders(of: report).map { other in
      (
        TableState.label(other, TableSource(report), wording),
        SitePaths.report(name, by: other), column == other
      )
    }
    head.orders = others.isEmpty ? [] : [own] + others
    return head
  }

  private func source(_ report: Report, by column: String?, number: Int) -> TableSource {
    var source = TableSource(report, shown: rows(ofPage: number, of: report.rows.count))
    if let column, let place = report.column(column) {
      source.order = order(of: report, by: place)
    }
    source.orderColumn = column ?? report.firstOrderColumn
    for other in orders(of: report) {
      source.orderPaths[other] = SitePaths.report(report.name, by: other)
    }
    if let own = report.firstOrderColumn {
      source.orderPaths[own] = SitePaths.report(report.name)
    }
    source.design(by: templates.matter(Self.template(of: report.name)))
    let forms = input.dataForms + (writesMarkdown(report.name) ? ["md"] : [])
    source.downloads = forms.map { ($0, SitePaths.data(report.name, $0)) }
    return source
  }

  /// The first page: the report's own template.
  private func firstPage(of report: Report) throws(RenderingError) -> [UInt8] {
    let head = head(report, by: nil, number: 1)
    let (scope, values) = scope(report, head, source(report, by: nil, number: 1), .page)
    return try page(head, Self.template(of: report.name), scope, values)
  }

  private func furtherPage(
    of report: Report, by column: String?, number: Int
  ) throws(RenderingError) -> [UInt8] {
    let head = head(report, by: column, number: number)
    let source = source(report, by: column, number: number)
    let (scope, values) = scope(report, head, source, .page)
    return try page(head, "pages/report.html", scope, values)
  }

  private func scope(
    _ report: Report, _ head: PageHead, _ source: TableSource, _ form: PageScope.Form
  ) -> (PageScope, [(String, Value)]) {
    var source = source
    source.key = "report"
    var scope = PageScope(self, path: head.path, form: form)
    scope.tables = ["report": source]
    var parts: [(String, Value)] = []
    for part in report.parts {
      let table = TableSource(part)
      scope.tables[part.id] = table
      parts.append((part.id, .record(Record(table, wording))))
    }
    let values: [(String, Value)] = [
      ("report", .record(Record(source, wording))), ("parts", .record(Record(parts))),
      ("overview", .record(overviewRecord)),
      ("people", Value(scope.link(people.pages.first?.path))),
      ("places", placesValue(management.places(ofReport: report.name.rawValue))),
      ("steps", Value(wording.phrase("report.\(report.name.rawValue).steps"))),
    ]
    return (scope, values)
  }

  /// The report's template as Markdown, with all rows.
  func markdown(_ report: Report) throws(RenderingError) -> [UInt8] {
    var head = head(report, by: nil, number: 1)
    head.pageCount = 1
    var source = TableSource(report)
    source.design(by: templates.matter(Self.template(of: report.name)))
    let (scope, values) = scope(report, head, source, .markdown)
    let name = Self.template(of: report.name)
    let globals = globals(head, name, scope, values)
    let body = try scope.rendering { () throws(RenderingError) in
      try templates.render(name, globals)
    }
    let title = Escaping.markdownAndHTML.escaped(head.title)
    let date = wording.text("ui.as_of") + " " + wording.dates.text(report.asOf)
    var text = Array("# \(title)\n\n\(date)\n\n".utf8)
    Self.append(tidied: body, to: &text)
    return PageBytes.cleaned(text.span)
  }

  /// Appends the text without the empty lines that tags leave behind, ending in one line break. A line may
  /// end in CR LF.
  static func append(tidied body: String, to text: inout [UInt8]) {
    let start = text.count
    var isAfterBlank = true
    for line in body.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let isBlank = line.allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 }
      if isBlank, isAfterBlank { continue }
      if !isBlank { text.append(contentsOf: line) }
      text.append(UInt8(ascii: "\n"))
      isAfterBlank = isBlank
    }
    while text.count > start, text.last == UInt8(ascii: "\n") { text.removeLast() }
    text.append(UInt8(ascii: "\n"))
  }

  /// One page that needs no other file.
  func standalonePage(_ report: Report) throws(RenderingError) -> [UInt8] {
    var head = head(report, by: nil, number: 1)
    head.pageCount = 1
    head.orders = []
    var source = TableSource(report)
    source.design(by: templates.matter(Self.template(of: report.name)))
    var (scope, values) = scope(report, head, source, .standalone)
    let hash = "sha256-" + Base64.text(SHA256.digest(of: styleSheet).bytes)
    values += [("style", .markup(styleSheet)), ("style_hash", .text(hash))]
    return try page(
      head, Self.template(of: report.name), scope, values, layout: "pages/standalone.html")
  }
}

extension TableSource {
  /// Takes what the head of the report's template says about its table.
  mutating func design(by matter: FrontMatter) {
    (columnList, barList, trackList) = (matter.columns, matter.bars, matter.tracks)
  }
}

extension Report {
  /// The first column of the report's own order.
  var firstOrderColumn: String? {
    switch name {
    case .licenseUsage, .selfServiceProducts, .selfServicePolicies, .consolidation, .apps:
      "product_name"
    case .selfServiceBuyers, .userExport: "purchaser_name"
    case .invoiceSummary: "name"
    case .renewals: "expires_on"
    case .users: "user_principal_name"
    case .departments: "department"
    }
  }
}
