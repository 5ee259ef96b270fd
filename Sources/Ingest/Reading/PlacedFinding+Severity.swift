public import Diagnostics

extension PlacedFinding {
  /// The finding with a severity that the configuration may have raised.
  public func raised(by settings: SeveritySettings) -> PlacedFinding {
    let severity = settings.severity(ofReading: finding.rule, original: finding.severity)
    guard severity != finding.severity else { return self }
    var result = self
    result.finding = Finding(
      rule: finding.rule, severity: severity, location: finding.location,
      subject: finding.subject, value: finding.value, variant: finding.variant,
      facts: finding.facts, waiver: finding.waiver)
    return result
  }
}
