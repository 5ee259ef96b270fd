import BillingModel
public import Diagnostics

/// One domain rule: what it says about itself, and how it is checked.
public struct Rule: Sendable {
  /// What the rule says about itself.
  public let documentation: RuleDocumentation
  private let check: Check

  private enum Check {
    case tables(@Sendable (RuleContext, inout RuleFindings) -> Void)
    case licenses(@Sendable (RuleContext, LicenseCounts, inout RuleFindings) -> Void)
  }

  private init(
    _ id: RuleID, _ severity: Severity, title: String, reason: String, source: String,
    messages: [String], help: String, bad: String, good: String, check: Check
  ) {
    documentation = RuleDocumentation(
      id: id, severity: severity, title: title, reason: reason, source: source,
      messages: messages, help: help, bad: bad, good: good)
    self.check = check
  }

  /// Declares a rule that looks at the tables. `bad` must trigger it and `good` must not; each holds small
  /// files, every one after a line `-- table.csv`.
  init(
    _ id: RuleID, _ severity: Severity, title: String, reason: String, source: String,
    messages: [String], help: String, bad: String, good: String,
    check: @escaping @Sendable (RuleContext, inout RuleFindings) -> Void
  ) {
    self.init(
      id, severity, title: title, reason: reason, source: source, messages: messages, help: help,
      bad: bad, good: good, check: .tables(check))
  }

  /// Declares a rule that also asks how many licences there are, or who holds one twice.
  init(
    _ id: RuleID, _ severity: Severity, title: String, reason: String, source: String,
    messages: [String], help: String, bad: String, good: String,
    checkLicenses: @escaping @Sendable (RuleContext, LicenseCounts, inout RuleFindings) -> Void
  ) {
    self.init(
      id, severity, title: title, reason: reason, source: source, messages: messages, help: help,
      bad: bad, good: good, check: .licenses(checkLicenses))
  }

  /// The rule's name.
  public var id: RuleID { documentation.id }

  /// Whether the rule asks about licences, too.
  var needsLicenses: Bool {
    switch check {
    case .tables: false
    case .licenses: true
    }
  }

  /// What the rule finds, with the severities that are configured. The same context gives the same
  /// findings in the same order; rules may be checked side by side. `licenses` must be given to a rule that
  /// asks about them.
  func findings(in context: RuleContext, _ licenses: LicenseCounts?) -> [RowFinding] {
    var findings = RuleFindings(
      rule: id, severity: documentation.severity, context: context)
    switch check {
    case .tables(let check): check(context, &findings)
    case .licenses(let check):
      guard let licenses else { preconditionFailure("\(id.rawValue) asks about licences") }
      check(context, licenses, &findings)
    }
    return findings.all
  }
}
