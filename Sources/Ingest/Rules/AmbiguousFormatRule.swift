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
      "dates such as `{value}` (line {line}) can be read as {dayFirst} (day first) or as {monthFirst} (month first), and no date in the file decides it",
      "`{first}` can only be read with the day first, `{second}` only with the month first: the file is written in two ways",
      "numbers such as `{value}` (line {line}) can be read as {point} (decimal point) or as {comma} (decimal comma), and no number in the file decides it",
      "the file can be split at {first} and at {second}",
    ],
    help:
      "say in billfold.yaml how it is written: `{setting}` (or `{other}`); or export it with dates as YYYY-MM-DD, numbers as 1234.50 and one delimiter",
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
