internal import BillingModel
internal import Configuration
internal import Diagnostics
internal import Reporting

/// Which pages there are, so that links lead to no other.
struct SiteLinks: Sendable {
  private let off: Set<String>
  private let details: DetailIndex
  private let people: PeopleIndex
  private let rules: RuleCatalog
  private let reports: Set<ReportName>
  /// The pages of all things of each kind that have one each; nil for a kind that is off.
  private let paths: PerKind<[String]?>
  private let hasUsers: Bool

  init(_ input: SiteInput, _ people: PeopleIndex, reports: Set<ReportName>) {
    off = input.settings.pagesOff
    details = input.details
    rules = input.rules
    self.people = people
    self.reports = reports
    let off = input.settings.pagesOff
    let details = input.details
    hasUsers = !off.contains("users")
    paths = PerKind { kind in
      guard kind != .person, !off.contains(SitePaths.folder(of: kind)) else { return nil }
      return (0..<details.count(of: kind)).map {
        SitePaths.detail(kind, details.id(of: kind, at: $0))
      }
    }
  }

  /// False for pages that the configuration turned off: a report's name, a folder of detail pages,
  /// `findings`, `quarantine`, `sources`, `rules`.
  func isOn(_ name: String) -> Bool { !off.contains(name) }

  /// True when a report has pages.
  func hasReport(_ name: ReportName) -> Bool { reports.contains(name) && isOn(name.rawValue) }

  /// The first page of a report.
  func report(_ name: ReportName) -> String? {
    hasReport(name) ? SitePaths.report(name) : nil
  }

  /// The first page of a list: `findings`, `quarantine`, `sources`, `rules`.
  func list(_ name: String) -> String? {
    isOn(name) ? SitePaths.list(name, page: 1) : nil
  }

  /// The page of a rule.
  func rule(_ rule: String) -> String? {
    isOn("rules") && rules[RuleID(rule)] != nil ? "rules/\(rule).html" : nil
  }

  /// The page, or the section of the list of users, of a thing.
  func detail(_ kind: DetailKind, _ id: String) -> String? {
    isOn(kind) ? details.place(of: kind, id: id).map { path(of: kind, at: $0) } : nil
  }

  /// The same of a thing of which the code is known.
  func detail(_ kind: DetailKind, code: Int) -> String? {
    isOn(kind) ? details.place(of: kind, code: code).map { path(of: kind, at: $0) } : nil
  }

  private func isOn(_ kind: DetailKind) -> Bool {
    kind == .person ? hasUsers : paths[kind] != nil
  }

  private func path(of kind: DetailKind, at place: Int) -> String {
    paths[kind]?[place] ?? people.path(ofPerson: place)
  }

  /// The thing that a finding is about.
  func subject(_ subject: Subject?) -> String? {
    guard let subject else { return nil }
    let parts = subject.id.split(separator: "/").map { String($0) }
    return switch subject.kind {
    case .product: detail(.product, subject.id)
    case .subscription: detail(.subscription, subject.id)
    case .user: detail(.person, subject.id)
    case .invoice: detail(.invoice, subject.id)
    case .billingProfile: detail(.billingProfile, subject.id)
    case .invoiceLine: parts.first.flatMap { detail(.invoice, $0) }
    case .license: parts.first.flatMap { detail(.subscription, $0) }
    case .file, .record, .group, .currency, .waiver: nil
    }
  }
}
