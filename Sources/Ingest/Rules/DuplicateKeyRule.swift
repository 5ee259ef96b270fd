public import Diagnostics

extension RuleID {
  /// A second row with the same key.
  public static let duplicateKey = RuleID("duplicate-key")
}

extension ReadingRules {
  static let duplicateKey = RuleDocumentation(
    id: .duplicateKey,
    severity: .error,
    title: "a second row with the same key",
    reason:
      "A row that is read twice is counted twice. The first one counts; an exact copy is only a warning.",
    source: "Reading",
    messages: [
      "{key} stands already at {first}, with other values; the first row counts",
      "{key} stands already at {first} as an exact copy; it is counted once",
    ],
    help: "remove the row that is wrong",
    bad: """
      -- group_members.csv
      group_id,user_principal_name,group_name
      staff,ann@contoso.example,Staff
      staff,ann@contoso.example,All

      """,
    good: """
      -- group_members.csv
      group_id,user_principal_name,group_name
      staff,ann@contoso.example,Staff
      staff,bo@contoso.example,Staff

      """)
}
