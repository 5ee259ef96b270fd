public import Diagnostics

extension RuleID {
  /// Not a currency.
  public static let badCurrency = RuleID("bad-currency")
}

extension ReadingRules {
  static let badCurrency = RuleDocumentation(
    id: .badCurrency,
    severity: .error,
    title: "not a currency",
    reason: "Amounts of an unknown currency can be added to nothing.",
    source: "Reading; ISO 4217",
    messages: [
      "`{value}` is not a currency: {column} is a code of ISO 4217 such as EUR"
    ],
    help: "write the currency as its three letters",
    bad: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      I1,B1,2026-01-05,EURO,12.00

      """,
    good: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      I1,B1,2026-01-05,EUR,12.00

      """)
}
