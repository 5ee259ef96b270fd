public import BillingModel
public import Diagnostics

/// One domain rule: what it says about itself, and how it is checked.
public struct Rule: Sendable {
  /// What the rule says about itself.
  public let documentation: RuleDocumentation
  private let check: @Sendable (RuleContext, inout RuleFindings) -> Void

  /// Declares a rule. `bad` must trigger it and `good` must not; each holds small files, every one
  /// after a line `-- table.csv`.
  init(
    _ id: RuleID, _ severity: Severity, title: String, reason: String, source: String,
    messages: [String], help: String, bad: String, good: String,
    check: @escaping @Sendable (RuleContext, inout RuleFindings) -> Void
  ) {
    documentation = RuleDocumentation(
      id: id, severity: severity, title: title, reason: reason, source: source,
      messages: messages, help: help, bad: bad, good: good)
    self.check = check
  }

  /// The rule's name.
  public var id: RuleID { documentation.id }

  /// What the rule finds, with the severities that are configured. The same context gives the same
  /// findings in the same order; rules may be checked side by side.
  public func findings(in context: RuleContext) -> [RowFinding] {
    var findings = RuleFindings(
      rule: id, severity: documentation.severity, context: context)
    check(context, &findings)
    return findings.all
  }
}
