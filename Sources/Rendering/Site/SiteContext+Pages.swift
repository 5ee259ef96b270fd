internal import BillingModel
internal import CalendarDates
internal import Configuration
internal import Diagnostics
internal import ExactNumbers
internal import Liquid
internal import Markup
internal import Reporting

extension SiteContext {
  /// Names that templates may ask for on any page, nil where a page has nothing under them.
  static let templateNames = [
    "run", "report", "parts", "product", "subscription", "buyer", "invoice", "billing_profile",
    "people",
    "findings", "rule", "rules", "quarantine", "sources", "overview", "reports", "content",
    "style", "style_hash", "owners", "places", "steps",
  ]

  private static let noValues = Record(
    shape: Record.Shape(["site", "page"] + templateNames),
    values: Array(repeating: .nil, count: templateNames.count + 2))

  /// Renders a page through its template and layout.
  func page(
    _ head: PageHead, _ template: String, _ scope: PageScope, _ values: [(String, Value)],
    layout: String? = nil
  ) throws(RenderingError) -> [UInt8] {
    let values = globals(head, template, scope, values)
    var scope = scope
    scope.partial = { [templates] name throws(RenderingError) in
      try templates.render(name, values)
    }
    let (placed, page) = (scope, template)
    return try placed.rendering { () throws(RenderingError) -> [UInt8] in
      let body = try templates.render(page, values)
      let html = try page.hasSuffix(".md") ? self.html(body, placed) : body
      guard let layout = layout ?? templates.matter(page).layout else {
        return PageBytes.cleaned(html.utf8Span.span)
      }
      var framed = values
      framed.set([("content", .markup(html))])
      let size = html.utf8.count + Self.frameSize
      return try templates.page(layout, framed, expecting: size).withBytes { PageBytes.cleaned($0) }
    }
  }

  /// About how many bytes a layout puts around a page.
  private static let frameSize = 8 << 10

  /// The HTML of a page written in Markdown.
  private func html(_ markdown: String, _ scope: PageScope) throws(RenderingError) -> String {
    do throws(MarkupError) {
      return try MarkdownDocument(parsing: markdown)
        .html(replacing: scope.markers.all, reservedAnchors: ["main", "top"])
    } catch {
      throw .markup(page: scope.path)
    }
  }

  func globals(
    _ head: PageHead, _ template: String, _ scope: PageScope, _ values: [(String, Value)]
  ) -> Record {
    let description = templates.matter(template).description
    let run: Value = head.showsRun ? .record(self.run.value) : .nil
    var record = Self.noValues
    let own: [(String, Value)] = [
      ("site", .record(siteRecord(head, scope))),
      ("page", .record(head.record(scope, description: description))), ("run", run),
    ]
    record.set(own + values)
    return record
  }

  private func siteRecord(_ head: PageHead, _ scope: PageScope) -> Record {
    [
      "title": .text(input.settings.title), "language": .text(wording.language),
      "base": .text(scope.base), "key": .text(input.key), "version": .text(input.version),
      "nav": .list(menu(head.section, scope) { navigation(head, scope) }),
    ]
  }

  /// The entries of the navigation that lead somewhere.
  private func navigation(_ head: PageHead, _ scope: PageScope) -> [Value] {
    let lists = ["findings", "quarantine", "sources", "rules"]
    let entries =
      [("index", wording.text("ui.overview"), "index.html")]
      + listedReports.map { ($0.rawValue, title(of: $0), SitePaths.report($0)) }
      + lists.compactMap { name in
        links.list(name).map { (name, wording.text("page.\(name).title"), $0) }
      }
    return entries.map { name, title, path in
      [
        "id": .text(name), "title": .text(title), "url": Value(scope.link(path)),
        "current": .flag(name == head.section),
        "group": .text(lists.contains(name) ? "run" : "reports"),
      ]
    }
  }

  /// The facts of the whole run.
  static func runRecord(_ input: SiteInput) -> Record {
    let files = input.basis.data.files
    let newest = files.compactMap(\.newestDate).max()
    let age = newest.map { input.basis.asOf.days(since: $0) }
    return [
      "as_of": .date(input.basis.asOf), "files": .number(Set(files.map(\.path)).count),
      "rows_in": .number(files.reduce(0) { $0 + $1.rowsIn }),
      "accepted": .number(files.reduce(0) { $0 + $1.accepted }),
      "quarantined": .number(files.reduce(0) { $0 + $1.quarantined }),
      "ignored": .number(files.reduce(0) { $0 + $1.ignored }),
      "findings": .record(findingCounts(input)),
      "newest_date": newest.map { .date($0) } ?? .nil, "age": Value(age),
      "freshness": .text(freshness(age)), "amounts": .list(amountBalances(input)),
    ]
  }

  /// What became of the totals, by table and currency.
  private static func amountBalances(_ input: SiteInput) -> [Value] {
    AmountBalance.totals(of: input.basis.data).map { balance in
      func money(_ amount: ExactDecimal?) -> Value {
        amount.map { .money(Money($0, balance.currency)) } ?? .nil
      }
      return [
        "table": .text(balance.table.rawValue), "currency": .text(balance.currency.code),
        "in": money(balance.incoming), "accepted": money(balance.accepted),
        "quarantined": money(balance.quarantined), "ignored": money(balance.ignored),
      ]
    }
  }

  /// How many findings there are of each severity.
  private static func findingCounts(_ input: SiteInput) -> Record {
    let counts = input.overview.findings
    return [
      "total": .number(input.findings.count), "error": .number(counts[.error]),
      "violation": .number(counts[.violation]), "warning": .number(counts[.warning]),
      "note": .number(counts[.note]), "waived": .number(counts.waived),
    ]
  }
}
