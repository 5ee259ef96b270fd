internal import BillingModel
internal import Configuration
internal import Diagnostics
internal import Digests
internal import Liquid
internal import Reporting
internal import Synchronization

/// What all pages of a site share.
///
/// A class so that a hundred thousand pages hold one reference to it each.
final class SiteContext: Sendable {
  let input: SiteInput
  let templates: TemplateSet
  let wording: Wording
  let links: SiteLinks
  let people: PeopleIndex
  let findings: FindingGroups
  let marks: RowMarkIndex
  let management: ManagementLinks
  let plans: TablePlans
  let fieldPlans: FieldPlans
  let shapes = RecordShapes()
  /// The facts of the whole run, as pages show them.
  let run: Shared<Record>
  /// How many records of each table are in quarantine.
  let quarantineCounts: Shared<[TableID: Int]>
  let cellStyle: CellStyle
  let rowCounts: RowCounts
  /// Words on each table for the script, which has none of its own.
  let tableLabels: String
  /// The clouds of the subscriptions, in a fixed order; one without a cloud is in the worldwide one.
  let clouds: [String]
  let reports: [ReportName: Report]
  let assets: [SiteAsset]
  let styleSheet: String
  private let assetPaths: [String: String]
  private let orders = Mutex<[String: RowOrder]>([:])
  private let menus = Mutex<[MenuKey: [Value]]>([:])
  private let overview = Mutex<Record?>(nil)

  init(_ input: SiteInput, _ theme: Theme) {
    self.input = input
    templates = theme.templates
    wording = theme.wording
    plans = TablePlans(theme.wording)
    fieldPlans = FieldPlans(theme.wording)
    cellStyle = CellStyle(theme.wording)
    tableLabels = Self.tableLabels(theme.wording)
    rowCounts = RowCounts(upTo: 100, theme.wording)
    reports = Dictionary(input.reports.map { ($0.name, $0) }) { first, _ in first }
    let people =
      input.settings.pagesOff.contains(ReportName.users.rawValue)
      ? .empty : PeopleIndex(input.details, theme.wording, size: input.settings.rowsPerPage)
    self.people = people
    let templates = theme.templates
    let shown = reports.keys.filter {
      templates.matter(Self.template(of: $0)).output.contains("html")
    }
    links = SiteLinks(input, people, reports: Set(shown))
    findings = FindingGroups(input.findings)
    marks = RowMarkIndex(input.basis)
    management = theme.links
    run = Shared { Self.runRecord(input) }
    quarantineCounts = Shared {
      Dictionary(grouping: input.basis.data.quarantine.compactMap(\.table)) { $0 }
        .mapValues(\.count)
    }
    clouds = Self.clouds(of: input.basis.data)
    assets = theme.assets.map { SiteAsset($0) }
    assetPaths = Dictionary(uniqueKeysWithValues: assets.map { ($0.name, $0.path) })
    let sheet = theme.assets.first { $0.path == "assets/site.css" }
    styleSheet = String(decoding: sheet?.bytes ?? [], as: UTF8.self)
  }

  private static func tableLabels(_ wording: Wording) -> String {
    [
      ("filter", "filter"), ("none", "filter_none"), ("count", "filter_count"),
      ("clear", "filter_clear"),
    ].map { name, key in "data-\(name)=\"\(HTMLText.escaped(wording.text("ui.\(key)")))\"" }
      .joined(separator: " ")
  }

  private static func clouds(of data: Dataset) -> [String] {
    let column = data.subscriptions.cloud
    let used = Set(data.subscriptions.rows.map { column[$0] ?? .worldwide })
    return used.isEmpty
      ? [Cloud.worldwide.rawValue] : Cloud.allCases.filter(used.contains).map(\.rawValue)
  }

  /// How many rows a page of a long table has.
  var rowsPerPage: Int { max(1, input.settings.rowsPerPage) }

  /// The path of a file of the theme's `assets/`, with its hash; nil when there is none.
  func assetPath(_ name: String) -> String? { assetPaths[name] }

  /// A report's rows ordered by a column, shared by all pages that need it.
  func order(of report: Report, by column: Int) -> RowOrder {
    orders.withLock { known in
      let key = report.name.rawValue + "/" + report.columns[column].id
      if let order = known[key] { return order }
      let order = RowOrder(report.rows, column: column)
      known[key] = order
      return order
    }
  }

  /// What the first page tells at a glance, which every page of a report may tell too.
  var overviewRecord: Record {
    if let known = overview.withLock({ $0 }) { return known }
    let made = makeOverview()
    overview.withLock { $0 = made }
    return made
  }

  /// The entries of the navigation for a section, as pages of that form in folders of that depth have
  /// them.
  func menu(_ section: String, _ scope: PageScope, _ make: () -> [Value]) -> [Value] {
    let key = MenuKey(form: scope.form, base: scope.base, section: section)
    if let known = menus.withLock({ $0[key] }) { return known }
    let entries = make()
    menus.withLock { $0[key] = entries }
    return entries
  }

  /// What a menu depends on.
  private struct MenuKey: Hashable {
    let form: PageScope.Form
    let base: String
    let section: String
  }

  /// The title of a rule.
  func ruleTitle(_ rule: String) -> String {
    let key = "rule.\(rule).title"
    guard !wording.has(key), let title = input.rules[RuleID(rule)]?.title else {
      return wording.has(key) ? wording.text(key) : rule
    }
    return title.prefix(1).uppercased() + String(title.dropFirst())
  }

  /// The sentence of a finding.
  func message(of finding: Finding) -> String {
    let rule = finding.rule.rawValue
    let keys = ["rule.\(rule).message.\(finding.variant)", "rule.\(rule).message"]
    let own = finding.variant == 0 ? keys : [keys[0]]
    guard let key = own.first(where: { wording.has($0) }), let text = wording.phrase(key) else {
      return input.rules.message(of: finding)
    }
    return MessageTemplate(text).filled(with: finding)
  }

  /// What to do about a finding.
  func help(of finding: Finding) -> String {
    guard let text = wording.phrase("rule.\(finding.rule.rawValue).help") else {
      return input.rules.help(of: finding)
    }
    return MessageTemplate(text).filled(with: finding)
  }

  /// The title of a report.
  func title(of report: ReportName) -> String {
    templates.matter("reports/\(report.rawValue).md").title
      ?? wording.text("report.\(report.rawValue).title")
  }

  /// The reports with a page, as the navigation orders them.
  var listedReports: [ReportName] {
    let listed = ReportName.reports.filter { links.hasReport($0) }
    let orders = listed.map { templates.matter("reports/\($0.rawValue).md").order ?? 100 }
    return listed.indices.sorted { (orders[$0], $0) < (orders[$1], $1) }.map { listed[$0] }
  }

  /// The page numbers for so many rows, at least one.
  func pageCount(_ rows: Int) -> Int { max(0, rows - 1) / rowsPerPage + 1 }

  /// The rows of a page.
  func rows(ofPage page: Int, of count: Int) -> Range<Int> {
    let start = min(count, (page - 1) * rowsPerPage)
    return start..<start + min(rowsPerPage, count - start)
  }
}

/// A file of the theme that pages load, named after its contents.
struct SiteAsset: Sendable {
  /// The name below `assets/`.
  let name: String
  let path: String
  let bytes: [UInt8]

  init(_ file: ThemeFile) {
    name = String(file.path.dropFirst("assets/".count))
    bytes = file.bytes
    let hash = SHA256.digest(of: file.bytes).hex(prefix: 12)
    let slash = name.lastIndex(of: "/")
    let dot = name.lastIndex(of: ".").flatMap { dot in slash.map { dot > $0 } ?? true ? dot : nil }
    path = "assets/\(name[..<(dot ?? name.endIndex)]).\(hash)\(name[(dot ?? name.endIndex)...])"
  }
}

/// The findings by rule, worst rules first.
struct FindingGroups: Sendable {
  /// The findings of one rule.
  struct Group: Sendable {
    let rule: RuleID
    let severity: Severity
    /// Places in the list of all findings.
    let places: [Int]
  }

  let all: [Group]

  init(_ findings: [Finding]) {
    let byRule = Dictionary(grouping: findings.indices) { findings[$0].rule }
    all = byRule.map { rule, places in
      let worst = places.map { findings[$0].severity }.max() ?? .note
      return Group(rule: rule, severity: worst, places: places)
    }.sorted { left, right in
      left.severity == right.severity ? left.rule < right.rule : left.severity > right.severity
    }
  }

  subscript(rule: RuleID) -> Group? { all.first { $0.rule == rule } }
}
