public import Diagnostics

extension RuleID {
  /// Not a date.
  public static let badDate = RuleID("bad-date")
}

extension ReadingRules {
  static let badDate = RuleDocumentation(
    id: .badDate,
    severity: .error,
    title: "not a date",
    reason: "A date that does not exist, or is written in another order, decides who pays when.",
    source: "Reading; ISO 8601",
    messages: [
      "`{value}` is not a date: {column} is written YYYY-MM-DD",
      "`{value}` is not a date: {column} is written {order} here, or YYYY-MM-DD",
    ],
    help: "write the date as YYYY-MM-DD",
    bad: """
      -- users.csv
      user_principal_name,created_on
      ann@contoso.example,2025-02-30
      bo@contoso.example,2025-02-28

      """,
    good: """
      -- users.csv
      user_principal_name,created_on
      ann@contoso.example,2025-02-28

      """)
}
