import BillingModel
import Diagnostics

/// Collects what one rule finds.
struct RuleFindings {
  private let rule: RuleID
  private let severity: Severity
  private let settings: SeveritySettings
  private let subjects: Subjects
  /// The findings in the order in which they were added.
  private(set) var all: [RowFinding] = []

  init(rule: RuleID, severity: Severity, context: RuleContext) {
    self.rule = rule
    self.severity = severity
    settings = context.settings.severities
    subjects = context.subjects
  }

  /// Adds a finding about a row, pointing at one of its fields. The message's `variant`, `severity`
  /// and `subject` are the rule's and the row's own unless given; `facts` are the values that the
  /// message names in its braces.
  mutating func add(
    _ table: TableID, _ row: Int, _ column: String, variant: Int = 0, severity: Severity? = nil,
    subject: Subject? = nil, facts: [(String, String)]
  ) {
    let original = severity ?? self.severity
    all.append(
      RowFinding(
        rule: rule, severity: settings.severity(of: rule, original: original), variant: variant,
        table: table, row: row, column: column,
        subject: subject ?? subjects.subject(table, row),
        facts: facts.map { Fact($0.0, $0.1) }))
  }
}
