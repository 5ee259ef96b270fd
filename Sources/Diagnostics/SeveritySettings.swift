/// Which severities the configuration gives to rules.
///
/// A severity orders findings and sets exit codes. That a row cannot be used is no matter of
/// configuration, so findings of reading, and errors in general, are raised but never lowered.
public struct SeveritySettings: Hashable, Sendable {
  private let configured: [RuleID: Severity]

  /// Takes the severities that are configured; other rules keep their own.
  public init(_ configured: [RuleID: Severity] = [:]) {
    self.configured = configured
  }

  /// True when all rules keep their own.
  public var isEmpty: Bool { configured.isEmpty }

  /// The severity of a domain rule's finding that is `original` unless configured.
  public func severity(of rule: RuleID, original: Severity) -> Severity {
    guard original < .error else { return original }
    return configured[rule] ?? original
  }

  /// The severity of a reading rule's finding that is `original` unless raised.
  public func severity(ofReading rule: RuleID, original: Severity) -> Severity {
    max(original, configured[rule] ?? original)
  }
}
