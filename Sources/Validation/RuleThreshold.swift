public import Diagnostics

/// A number of a rule that the configuration may change: `lifecycle-overdue: {expired_days: 60}`.
public struct RuleThreshold: Hashable, Sendable {
  /// The rule.
  public let rule: RuleID
  /// The name in the configuration.
  public let name: String
  /// The number that holds unless configured.
  public let standard: Int

  init(_ rule: RuleID, _ name: String, _ standard: Int) {
    self.rule = rule
    self.name = name
    self.standard = standard
  }
}
