public import BillingModel
public import Configuration
public import Diagnostics
public import Reporting

/// Everything that the pages of a run are made of.
public struct SiteInput: Sendable {
  /// The data set, its licences and the report date.
  public var basis: ReportBasis
  /// The reports, each once; a report that is missing here has no page.
  public var reports: [Report]
  /// What the detail pages tell.
  public var details: DetailIndex
  /// What the first page tells.
  public var overview: Overview
  /// All findings with their places, in printing order.
  public var findings: [Finding]
  /// What the rules say about themselves.
  public var rules: RuleCatalog
  /// Title, language, pages that are off, rows on a page.
  public var settings: SiteSettings
  /// The program's version.
  public var version: String
  /// The build id.
  public var key: String
  /// The forms in which `data/NAME.FORM` stands beside the pages, without `md`, which pages themselves
  /// write: `csv`, `json`.
  public var dataForms: [String]
  /// The raw text of a quarantined record; nil when it cannot be read again.
  public var rawText: @Sendable (QuarantinedRow) -> String?

  /// Collects the input; `reports` and `details` are worked out from `basis` when not given.
  public init(
    basis: ReportBasis, reports: [Report]? = nil, details: DetailIndex? = nil,
    findings: [Finding], rules: RuleCatalog, settings: SiteSettings = SiteSettings(),
    version: String, key: String, dataForms: [String] = ["csv", "json"],
    rawText: @escaping @Sendable (QuarantinedRow) -> String?
  ) {
    self.basis = basis
    self.reports = reports ?? ReportName.reports.map { basis.report($0) }
    self.details = details ?? DetailIndex(basis)
    overview = Overview(basis, findings: FindingCounts(findings))
    self.findings = findings
    self.rules = rules
    self.settings = settings
    self.version = version
    self.key = key
    self.dataForms = dataForms
    self.rawText = rawText
  }
}
