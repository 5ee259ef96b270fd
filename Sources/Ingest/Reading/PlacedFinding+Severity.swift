public import Diagnostics

extension PlacedFinding {
  /// The finding with a severity that the configuration may have raised.
  public func raised(by settings: SeveritySettings) -> PlacedFinding {
    let severity = settings.severity(ofReading: finding.rule, original: finding.severity)
    guard severity != finding.severity else { return self }
    var result = self
    result.finding.severity = severity
    return result
  }
}
