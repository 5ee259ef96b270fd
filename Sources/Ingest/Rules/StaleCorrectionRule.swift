public import Diagnostics

extension RuleID {
  /// A correction of a record that is in no quarantine.
  public static let staleCorrection = RuleID("stale-correction")
}

extension ReadingRules {
  static let staleCorrection = RuleDocumentation(
    id: .staleCorrection,
    severity: .warning,
    title: "a correction of nothing",
    reason:
      "A correction replaces the record whose SHA-256 it names. When no record in quarantine has it, the export has changed, and the row might contradict it.",
    source: "Reading",
    messages: [
      "no record in quarantine has the SHA-256 {hash}…: the row is not used"
    ],
    help: "remove the row, or take it anew from the quarantine page's download",
    bad: """
      -- corrections.csv
      billfold_file,billfold_line,billfold_sha256,user_principal_name,created_on
      users.csv,2,00000000000000000000000000000000,ann@contoso.example,2025-02-28
      -- users.csv
      user_principal_name,created_on
      bo@contoso.example,2025-02-28

      """,
    good: """
      -- users.csv
      user_principal_name,created_on
      bo@contoso.example,2025-02-28

      """)
}
