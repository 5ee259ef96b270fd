public import Diagnostics

extension RuleID {
  /// Not a number.
  public static let badNumber = RuleID("bad-number")
}

extension ReadingRules {
  static let badNumber = RuleDocumentation(
    id: .badNumber,
    severity: .error,
    title: "not a number",
    reason: "A quantity or price that cannot be read makes every figure built on it wrong.",
    source: "Reading",
    messages: [
      "`{value}` is not a number: {column} is digits with at most 18 decimals after the decimal mark of the file",
      "`{value}` is not a whole number: {column} is digits",
      "`{value}` is neither a whole number nor Unlimited, which {column} is",
    ],
    help: "write the number with digits and the decimal mark of the file only",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,quantity
      S1,P1,ten

      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,quantity
      S1,P1,10

      """)
}
