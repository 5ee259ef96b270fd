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
      "it cannot be expanded: {reason}; {bytes} bytes came out before",
      "an archive in an archive is not read",
      "the lines of the file end with CR alone, which this version does not read",
      "it expands to more than {limit} bytes, which `limits.expanded_bytes` of the configuration allows",
      "it expands to more than {ratio} times its size, which `limits.ratio` of the configuration allows",
      "no file in the archive ends in .csv, .tsv, .txt, .json, .jsonl or .ndjson",
      "it is encrypted",
      "it is a link, which has no rows of its own",
      "the archive has no member of that name",
    ],
    help:
      "export the file again as CSV or JSON with LF or CRLF at the end of lines, and check that it is complete",
    bad: """
      -- users.json
      [{"user_principal_name": "ann@contoso.example"

      """,
    good: """
      -- users.json
      [{"user_principal_name": "ann@contoso.example"}]

      """)
}
