public import Diagnostics

extension RuleID {
  /// A table without rows.
  public static let noRows = RuleID("no-rows")
}

extension ReadingRules {
  static let noRows = RuleDocumentation(
    id: .noRows,
    severity: .warning,
    title: "a table without rows",
    reason: "An export that has a header and nothing else usually failed half-way.",
    source: "Reading",
    messages: [
      "{table} is recognised, but the file has no rows"
    ],
    help: "export again, or remove the file if the table is empty",
    bad: """
      -- users.csv
      user_principal_name,country

      """,
    good: """
      -- users.csv
      user_principal_name,country
      ann@contoso.example,SE

      """)
}
