import BillingModel
import CalendarDates
import Configuration
import Diagnostics
import Ingest

/// The waivers of a configuration: those that hold, and findings about those that do not any more.
struct Waiving {
  /// The waivers that hold on the report date.
  let waivers: WaiverList
  /// One finding for each that has expired.
  let expired: [PlacedFinding]

  init(_ settings: Settings, asOf: CalendarDate, file: String) {
    let holding = settings.waivers.filter { $0.expires >= asOf }
    waivers = WaiverList(
      holding.map { waiver in
        WaiverList.Entry(
          rule: RuleID(waiver.rule), subject: waiver.subject,
          note: "\(waiver.owner): \(waiver.reason) (until \(waiver.expires))")
      })
    let severity = Pipeline.severitySettings(settings).severity(
      of: ConfigurationRules.waiverExpired.id, original: ConfigurationRules.waiverExpired.severity)
    expired = settings.waivers.filter { $0.expires < asOf }.map { waiver in
      PlacedFinding(
        outsideInputs: Finding(
          rule: ConfigurationRules.waiverExpired.id, severity: severity,
          location: SourceLocation(file: file, line: waiver.line, column: waiver.column),
          subject: Subject(.waiver, waiver.rule + "/" + waiver.subject),
          value: waiver.expires.description,
          facts: [
            Fact("rule", waiver.rule), Fact("subject", waiver.subject),
            Fact("owner", waiver.owner), Fact("expires", waiver.expires.description),
          ]))
    }
  }

  /// Findings of one rule as the waivers leave them.
  func waived(_ findings: [RowFinding]) -> [RowFinding] {
    guard let first = findings.first, waivers.concerns(first.rule) else { return findings }
    return findings.map { waived($0) }
  }

  private func waived(_ finding: RowFinding) -> RowFinding {
    var result = finding
    result.waiver = waivers.note(rule: finding.rule, subject: finding.subject)
    return result
  }

  /// The finding of any rule as the waivers leave it.
  func waived(_ finding: PlacedFinding) -> PlacedFinding {
    let found = finding.finding
    guard waivers.concerns(found.rule) else { return finding }
    var result = finding
    result.finding.waiver = waivers.note(
      rule: found.rule, subject: found.subject, file: found.location.file)
    return result
  }
}
