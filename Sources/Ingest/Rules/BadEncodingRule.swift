public import Diagnostics

extension RuleID {
  /// Bytes that are not text.
  public static let badEncoding = RuleID("bad-encoding")
}

extension ReadingRules {
  static let badEncoding = RuleDocumentation(
    id: .badEncoding,
    severity: .error,
    title: "bytes that are not text",
    reason:
      "Bytes that are not valid in the file's encoding, and NUL bytes, are damage: the value is not what was exported.",
    source: "Reading",
    messages: [
      "byte {byte} is not valid {encoding} here",
      "a NUL byte stands here",
      "an escape stands here for half a character only",
      "half a character stands here: the UTF-16 unit {unit} without its other half",
      "half a character stands here: one byte of the two that UTF-16 has for each",
    ],
    help: "export the file again as UTF-8",
    bad: """
      -- users.csv
      user_principal_name,display_name
      ann@contoso.example,A\0nn

      """,
    good: """
      -- users.csv
      user_principal_name,display_name
      ann@contoso.example,Änn

      """)
}
