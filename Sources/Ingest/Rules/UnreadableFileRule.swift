public import Diagnostics

extension RuleID {
  /// A file cannot be read.
  public static let unreadableFile = RuleID("unreadable-file")
}

extension ReadingRules {
  static let unreadableFile = RuleDocumentation(
    id: .unreadableFile,
    severity: .error,
    title: "a file cannot be read",
    reason: "What cannot be read cannot be counted; a report without it would look whole.",
    source: "Reading",
    messages: [
      "{reason}",
      "the text stops being JSON at line {line}, column {column}: expected {expected}",
      "the file is {encoding}, which this version does not read",
      "the file is compressed, which this version does not read",
      "the lines of the file end with CR alone, which this version does not read",
    ],
    help:
      "export the file again as UTF-8 CSV or JSON, not compressed, with LF or CRLF at the end of lines, and check that it is complete",
    bad: """
      -- users.json
      [{"user_principal_name": "ann@contoso.example"

      """,
    good: """
      -- users.json
      [{"user_principal_name": "ann@contoso.example"}]

      """)
}
