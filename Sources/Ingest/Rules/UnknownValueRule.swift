public import Diagnostics

extension RuleID {
  /// Not one of the listed words.
  public static let unknownValue = RuleID("unknown-value")
}

extension ReadingRules {
  static let unknownValue = RuleDocumentation(
    id: .unknownValue,
    severity: .error,
    title: "not one of the listed words",
    reason: "A word that is not listed cannot be judged by any rule.",
    source: "Reading",
    messages: [
      "`{value}` is not one of {words}",
      "`{value}` is not one of {words}; did you mean `{nearest}`?",
      "{column} is text, but here stands {found}",
    ],
    help: "use one of the words that {column} lists",
    bad: """
      -- products.csv
      product_id,product_name,kind
      P1,Contoso Ledger,sass-app

      """,
    good: """
      -- products.csv
      product_id,product_name,kind
      P1,Contoso Ledger,saas-app

      """)
}
