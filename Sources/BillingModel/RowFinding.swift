public import Diagnostics

/// A finding about a row of the data set, before its place in the file is looked up.
public struct RowFinding: Sendable, Hashable {
  /// Which rule.
  public let rule: RuleID
  /// How bad.
  public var severity: Severity
  /// Which of the rule's messages tells it.
  public let variant: Int
  /// The table of the row.
  public let table: TableID
  /// The row.
  public let row: Int
  /// The column at which it points; nil, or absent from the file: the record's first byte.
  public let column: String?
  /// What it is about.
  public let subject: Subject
  /// Named values for the message.
  public let facts: [Fact]
  /// Who accepts it and why; nil for a finding that counts.
  public var waiver: String?

  /// Makes a finding about a row.
  public init(
    rule: RuleID, severity: Severity, variant: Int = 0, table: TableID, row: Int, column: String?,
    subject: Subject, facts: [Fact] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.variant = variant
    self.table = table
    self.row = row
    self.column = column
    self.subject = subject
    self.facts = facts
  }
}
