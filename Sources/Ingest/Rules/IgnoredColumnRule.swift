public import Diagnostics

extension RuleID {
  /// A column that the table does not know.
  public static let ignoredColumn = RuleID("ignored-column")
}

extension ReadingRules {
  static let ignoredColumn = RuleDocumentation(
    id: .ignoredColumn,
    severity: .note,
    title: "a column that the table does not know",
    reason:
      "Unknown columns are kept and shown on detail pages, but no figure uses them: a misspelled name would be lost silently.",
    source: "Reading",
    messages: [
      "{table} does not know {columns}; the text is kept as extra fields"
    ],
    help: "rename the column if it is one of {table}; else nothing",
    bad: """
      -- users.csv
      user_principal_name,floor
      ann@contoso.example,3

      """,
    good: """
      -- users.csv
      user_principal_name,country
      ann@contoso.example,SE

      """)
}
