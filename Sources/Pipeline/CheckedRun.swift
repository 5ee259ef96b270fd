public import BillingModel
public import CalendarDates
public import Diagnostics
public import Ingest
public import Reporting

/// Inputs that were read and checked: what reports, pages and printers are made from.
public struct CheckedRun: Sendable {
  /// The data set and what was found while reading.
  public let ingest: IngestResult
  /// The licences, counted.
  let licenses: LicenseCounts
  /// What the domain rules found, rule after rule.
  let findingsByRule: [[RowFinding]]
  /// All findings with their places, in printing order.
  public let findings: [PlacedFinding]
  /// The counts of findings by severity.
  public let counts: FindingCounts
  /// What the rules say about themselves.
  public let catalog: RuleCatalog
  /// The report date.
  public let asOf: CalendarDate
  /// What the configuration says about reports.
  public let reportSettings: ReportSettings
  /// The text of the configuration, into which findings may point; nil without one.
  let configuration: ConfigurationText?
  /// What the earlier exports are made of; nil without them.
  let earlierKey: String?
  /// The earlier exports with where they lie; nil without them, or when not all could be read whole.
  let earlierSource: String?

  /// The data set.
  public var dataset: Dataset { ingest.dataset }

  /// What the reports are worked out from.
  public func reportBasis(quarantine: QuarantineIndex = QuarantineIndex()) -> ReportBasis {
    ReportBasis(
      dataset, licenses: Licenses(dataset, licenses), findings: Array(findingsByRule.joined()),
      asOf: asOf, settings: reportSettings, quarantine: quarantine)
  }

  /// The line that a finding points at.
  public func excerpt(of finding: PlacedFinding) -> Excerpt? {
    if let configuration, configuration.name == finding.finding.location.file,
      let excerpt = configuration.excerpt(of: finding.finding)
    {
      return excerpt
    }
    return RecordLocator(ingest).excerpt(of: finding)
  }

  /// True when at least one file could be read as a table.
  public var hasReadAnything: Bool {
    let refused = Set(
      findings.indices.filter { findings[$0].finding.rule == .ambiguousFormat }
        .map { findings[$0].finding.location.file })
    return dataset.files.contains { $0.table != nil && !refused.contains($0.path) }
  }
}

extension FindingCounts {
  /// Counts findings where they stand: none is copied.
  init(_ findings: [PlacedFinding]) {
    self.init()
    for index in findings.indices {
      add(
        findings[index].finding.severity, isWaived: findings[index].finding.waiver != nil)
    }
  }
}
