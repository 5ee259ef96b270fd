internal import BillingModel
internal import Diagnostics
internal import Liquid
internal import Reporting

extension SiteContext {
  private static let kinds: [DetailKind] = [
    .product, .subscription, .buyer, .invoice, .billingProfile,
  ]

  /// A page for each thing, and further pages where its tables are long.
  var detailPages: [SitePage] {
    let sizes = DetailSizes(input, rowsPerPage: rowsPerPage)
    var pages: [SitePage] = []
    for kind in Self.kinds where links.isOn(SitePaths.folder(of: kind)) {
      for place in 0..<input.details.count(of: kind) {
        let id = input.details.id(of: kind, at: place)
        let count = pageCount(sizes.longestTable(of: kind, at: place, id))
        guard count > 1 else {
          pages.append(
            SitePage(SitePaths.detail(kind, id)) { [self] () throws(RenderingError) in
              try detailPage(input.details.detail(of: kind, at: place), 1, of: 1)
            })
          continue
        }
        // A subscription of a hundred thousand licences has a thousand pages, and is looked at once.
        let detail = Shared { [input] in input.details.detail(of: kind, at: place) }
        for number in 1...count {
          pages.append(
            SitePage(SitePaths.detail(kind, id, page: number)) {
              [self] () throws(RenderingError) in
              try detailPage(detail.value, number, of: count)
            })
        }
      }
    }
    return pages
  }

  private func detailPage(
    _ detail: Detail, _ number: Int, of count: Int
  ) throws(RenderingError) -> [UInt8] {
    let (kind, id) = (detail.kind, detail.id)
    var head = PageHead(
      kind: kind.rawValue, title: title(of: detail),
      path: SitePaths.detail(kind, id, page: number), section: Self.section(of: kind))
    head.number = number
    head.pageCount = count
    head.pagePath = { SitePaths.detail(kind, id, page: $0) }
    var scope = PageScope(self, path: head.path)
    scope.detail = detail
    for table in detail.tables {
      let shown = rows(ofPage: number, of: table.rows.count)
      scope.tables[table.id] = TableSource(table, shown: shown)
    }
    let values = [(kind.rawValue, Value.record(record(detail, scope)))]
    return try page(head, "details/\(kind.rawValue).html", scope, values)
  }

  /// The name, and the id where several things have one name.
  private func title(of detail: Detail) -> String {
    let isCredit = detail.field("document_type") == .word("credit-note")
    let key = "detail.\(detail.kind.rawValue).\(isCredit ? "credit_note" : "title")"
    guard wording.has(key), detail.name != nil || detail.kind == .invoice else {
      return detail.name ?? detail.id
    }
    return wording.text(key, [("name", detail.name ?? ""), ("id", detail.id)])
  }

  /// The report to which the things of a kind belong in the navigation.
  private static func section(of kind: DetailKind) -> String {
    switch kind {
    case .product, .subscription: ReportName.licenseUsage.rawValue
    case .buyer: ReportName.selfServiceBuyers.rawValue
    case .invoice, .billingProfile: ReportName.invoiceSummary.rawValue
    case .person: ReportName.users.rawValue
    }
  }

  /// A thing as templates see it: its fields under their names, its tables, and under `tables` all
  /// tables also where a field has the same name.
  func record(
    _ detail: Detail, _ scope: PageScope, and more: [(String, Value)] = []
  ) -> Record {
    let tables = detail.tables.compactMap { table in
      scope.tables[table.id].map { (table.id, Value.record(Record($0, wording))) }
    }
    var fields = detail.fields.map { ($0.column.id, value($0.cell)) }
    fields += tables.filter { table in !detail.fields.contains { $0.column.id == table.0 } }
    fields += [
      ("id", .text(detail.id)), ("label", .text(detail.name ?? detail.id)),
      ("tables", .record(shapes.record(tables))),
      ("finding_count", .number(detail.findings.count)),
    ]
    // Values that are made later hold on to little: not to the tables of a whole page.
    var place = scope
    place.tables = [:]
    let bare = place
    return shapes.record(
      fields + more,
      and: [
        ("findings", { .list(self.shownFindings(detail).map { self.findingValue($0, bare) }) }),
        (
          "extra", { .list(detail.extra.map { ["name": .text($0.name), "text": .text($0.text)] }) }
        ),
        ("sources", { .list(self.sourceValues(detail.sources)) }),
        ("quarantined", { .number(self.quarantined(detail)) }),
      ])
  }

  /// The worst findings of a thing; thousands would bury what else its page tells.
  private func shownFindings(_ detail: Detail) -> [RowFinding] {
    let ordered = detail.findings.indices.sorted { left, right in
      let severities = (detail.findings[left].severity, detail.findings[right].severity)
      return severities.0 == severities.1 ? left < right : severities.0 > severities.1
    }
    return ordered.prefix(Self.findingLimit).map { detail.findings[$0] }
  }

  private static let findingLimit = 20

  /// A finding about the thing at hand: no line, which moves from night to night.
  private func findingValue(_ finding: RowFinding, _ scope: PageScope) -> Value {
    let source = input.basis.data.source(of: finding.row, in: finding.table)
    let placed = Finding(
      rule: finding.rule, severity: finding.severity,
      location: SourceLocation(file: input.basis.data.files[source.file].path),
      subject: finding.subject, variant: finding.variant, facts: finding.facts,
      waiver: finding.waiver)
    return [
      "rule": .text(finding.rule.rawValue), "severity": .text(finding.severity.rawValue),
      "title": .text(ruleTitle(finding.rule.rawValue)), "message": .text(message(of: placed)),
      "help": .text(help(of: placed)), "subject": .text(finding.subject.id),
      "waiver": Value(finding.waiver),
      "url": Value(scope.link(links.rule(finding.rule.rawValue))),
    ]
  }

  /// How many records in quarantine have the thing's id.
  private func quarantined(_ detail: Detail) -> Int {
    let domain: Domain? =
      switch detail.kind {
      case .product: .product
      case .subscription: .subscription
      case .invoice: .invoice
      case .billingProfile: .billingProfile
      case .buyer, .person: nil
      }
    let ids = domain.map { [QuarantineIndex.ID($0, detail.id)] } ?? []
    return marks.quarantined(ids: ids, sources: detail.sources)
  }

  /// The files that a thing is told from, with the number of rows.
  func sourceValues(_ sources: [RowReference]) -> [Value] {
    let data = input.basis.data
    var counts: [Int: Int] = [:]
    for source in sources { counts[data.file(of: source.row, in: source.table), default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { file, count in
      [
        "file": .text(data.files[file].path), "rows": .number(count),
        "table": Value(data.files[file].table?.rawValue),
      ]
    }
  }
}

/// How long the tables of details are, without making every detail: the counts that are cheap come
/// first, and only what may be long is looked at.
struct DetailSizes {
  private let details: DetailIndex
  private let basis: ReportBasis
  private let rowsPerPage: Int
  private var lines: [Int32]
  private var subscriptions: [Int32]

  init(_ input: SiteInput, rowsPerPage: Int) {
    details = input.details
    basis = input.basis
    self.rowsPerPage = rowsPerPage
    let data = input.basis.data
    lines = Array(repeating: 0, count: data.codeCount(.invoice))
    subscriptions = Array(repeating: 0, count: data.codeCount(.product))
    let (invoices, products) = (data.invoiceLines.invoiceID, data.subscriptions.productID)
    for row in data.invoiceLines.rows {
      if let code = invoices.code(row) { lines[code] += 1 }
    }
    for row in data.subscriptions.rows {
      if let code = products.code(row) { subscriptions[code] += 1 }
    }
  }

  /// How many rows the longest table of a thing has; some number up to a page's when none is longer.
  func longestTable(of kind: DetailKind, at place: Int, _ id: String) -> Int {
    let data = basis.data
    switch kind {
    case .product: return data.code(.product, of: id).map { Int(subscriptions[$0]) } ?? 0
    case .invoice: return data.code(.invoice, of: id).map { Int(lines[$0]) } ?? 0
    case .subscription:
      return data.code(.subscription, of: id).map {
        basis.licenses.assigned(toSubscription: $0)
      } ?? 0
    case .buyer, .billingProfile, .person:
      return details.detail(of: kind, at: place).tables.map(\.rows.count).max() ?? 0
    }
  }
}
