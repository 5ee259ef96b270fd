public import Diagnostics

extension RuleID {
  /// Not an amount.
  public static let badAmount = RuleID("bad-amount")
}

extension ReadingRules {
  static let badAmount = RuleDocumentation(
    id: .badAmount,
    severity: .error,
    title: "not an amount",
    reason: "An amount that cannot be read is money that no total has.",
    source: "Reading",
    messages: [
      "`{value}` is not an amount: {column} is digits with at most 18 decimals after the decimal mark of the file, without currency sign"
    ],
    help: "write the amount as 1234.50",
    bad: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      I1,B1,2026-01-05,EUR,12.O0

      """,
    good: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      I1,B1,2026-01-05,EUR,12.00

      """)
}
