public import Diagnostics

extension RuleID {
  /// Two files are two states of one export.
  public static let overlappingExports = RuleID("overlapping-exports")
}

extension ReadingRules {
  static let overlappingExports = RuleDocumentation(
    id: .overlappingExports,
    severity: .error,
    title: "two files are two states of one export",
    reason:
      "Two states of one export are no duplicates: only the later one tells how things are, and both together would count everything twice.",
    source: "Reading",
    messages: [
      "a later state of the same export is used: {other}; the rows of this file are ignored",
      "this file and {other} are two states of one export of {table}, and neither path nor content tells which is the later one",
      "rows with keys that {other} has too are left out here ({rows}); those of {other} take from here what they do not have",
      "rows that sum up what {other} lists one by one are left out here ({rows})",
    ],
    help:
      "put exports into folders named by their day, or say in billfold.yaml which count: `{setting}` (the last by date or name), or `pick: all`",
    bad: """
      -- monday/users.csv
      user_principal_name,department
      ann@contoso.example,Sales
      bo@contoso.example,Sales
      -- tuesday/users.csv
      user_principal_name,department
      ann@contoso.example,Finance
      bo@contoso.example,Finance

      """,
    good: """
      -- monday/users.csv
      user_principal_name,department
      ann@contoso.example,Sales
      bo@contoso.example,Sales
      -- tuesday/users.csv
      user_principal_name,department
      cy@contoso.example,Finance

      """)
}
