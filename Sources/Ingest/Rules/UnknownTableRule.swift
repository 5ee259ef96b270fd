public import Diagnostics

extension RuleID {
  /// No table is recognised.
  public static let unknownTable = RuleID("unknown-table")
}

extension ReadingRules {
  static let unknownTable = RuleDocumentation(
    id: .unknownTable,
    severity: .warning,
    title: "no table is recognised",
    reason: "A file that no table knows is in no report; its rows are counted as ignored.",
    source: "Reading",
    messages: [
      "no table has columns like these: {columns}",
      "the file is empty",
      "no array of records is found in this JSON",
      "the JSON has no records",
    ],
    help:
      "compare the header with the tables that billfold knows; `billfold inspect` shows how the file is read",
    bad: """
      -- lunch.csv
      day,dish
      2026-01-05,soup

      """,
    good: """
      -- users.csv
      user_principal_name,display_name
      ann@contoso.example,Ann Lee

      """)
}
