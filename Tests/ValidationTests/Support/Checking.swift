import BillingModel
import CalendarDates
import Diagnostics
import Validation

/// What a test says about a finding: rule, place as `table:line:column name`, subject and message.
struct Told: Equatable, CustomStringConvertible {
  let rule: String
  let place: String
  let subject: String
  let message: String

  var description: String { "\(place) [\(rule)] \(subject): \(message)" }
}

/// Checks a sample against all rules.
struct Checking {
  /// The report date of all samples.
  static let asOf = CalendarDate("2026-01-31") ?? CalendarDate(days: 0)

  let findings: [RowFinding]
  let data: Dataset

  init(_ sample: String, quarantined: String = "", settings: RuleSettings = RuleSettings()) throws {
    data = try SampleDataset.dataset(sample, quarantined: quarantined)
    let before = try SampleDataset.dataset(sample, earlier: true)
    let earlier = EarlierRun(
      before, licenses: LicenseCounts(before), date: CalendarDate(days: Self.asOf.days - 31))
    findings = Rules.check(
      RuleContext(
        data: data, asOf: Self.asOf, settings: settings,
        earlier: before.files.isEmpty ? nil : earlier), LicenseCounts(data))
  }

  /// The findings of one rule.
  func told(_ rule: RuleID) -> [Told] {
    findings.filter { $0.rule == rule }.map(told)
  }

  /// The rules that found something, sorted.
  var rules: [String] { Set(findings.map(\.rule.rawValue)).sorted() }

  private func told(_ finding: RowFinding) -> Told {
    let subject = finding.subject
    return Told(
      rule: finding.rule.rawValue,
      place:
        "\(finding.table.rawValue):\(data.source(of: finding.row, in: finding.table).line):\(finding.column ?? "-")",
      subject: "\(subject.kind.rawValue) \(subject.id)", message: Self.sentence(finding).message)
  }

  /// The message and the help of a finding.
  static func sentence(_ finding: RowFinding) -> (message: String, help: String) {
    let catalog = RuleCatalog(Rules.documentation)
    let placed = Finding(
      rule: finding.rule, severity: finding.severity, location: SourceLocation(file: "sample"),
      subject: finding.subject, variant: finding.variant, facts: finding.facts)
    return (catalog.message(of: placed), catalog.help(of: placed))
  }
}
