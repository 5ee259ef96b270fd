public import Diagnostics

extension RuleID {
  /// The file can be read in two ways.
  public static let ambiguousFormat = RuleID("ambiguous-format")
}

extension ReadingRules {
  static let ambiguousFormat = RuleDocumentation(
    id: .ambiguousFormat,
    severity: .error,
    title: "the file can be read in two ways",
    reason:
      "A date or a number that is read in the wrong way is wrong without a sign of it; so the file is refused.",
    source: "Reading",
    messages: [
      "dates such as `{value}` can be read as {dayFirst} (day first) or as {monthFirst} (month first): only YYYY-MM-DD is read",
      "dates such as `{value}` are not read by this version: only YYYY-MM-DD is",
      "numbers such as `{value}` have a decimal comma or thousands separators: only a decimal point is read",
      "the file can be split at {first} and at {second}",
    ],
    help: "export the file with dates as YYYY-MM-DD and numbers as 1234.50, and with one delimiter",
    bad: """
      -- users.csv
      user_principal_name,created_on
      ann@contoso.example,03/04/2025

      """,
    good: """
      -- users.csv
      user_principal_name,created_on
      ann@contoso.example,2025-04-03

      """)
}
