public import Diagnostics

extension RuleID {
  /// A quoted field does not close.
  public static let unclosedQuote = RuleID("unclosed-quote")
}

extension ReadingRules {
  static let unclosedQuote = RuleDocumentation(
    id: .unclosedQuote,
    severity: .error,
    title: "a quoted field does not close",
    reason:
      "A stray quote makes a reader swallow the rows that follow; here it costs only its own line.",
    source: "Reading; RFC 4180 section 2.5",
    messages: [
      "the quote that opens here does not close before a delimiter or the end of a line"
    ],
    help: "close the quote, or double a quote that belongs to the value",
    bad: """
      -- group_members.csv
      group_id,user_principal_name
      "staff,ann@contoso.example
      staff,bo@contoso.example

      """,
    good: """
      -- group_members.csv
      group_id,user_principal_name
      "staff",ann@contoso.example

      """)
}
