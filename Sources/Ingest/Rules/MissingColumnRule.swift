public import Diagnostics

extension RuleID {
  /// A required column is absent.
  public static let missingColumn = RuleID("missing-column")
}

extension ReadingRules {
  static let missingColumn = RuleDocumentation(
    id: .missingColumn,
    severity: .error,
    title: "a required column is absent",
    reason: "Without its key or its amount a row says nothing; the whole file is set aside.",
    source: "Reading",
    messages: [
      "{table} needs {columns}, which the header does not have"
    ],
    help: "export the file with these columns, or rename the columns that hold them",
    bad: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency
      I1,B1,2026-01-05,EUR

      """,
    good: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      I1,B1,2026-01-05,EUR,12.00

      """)
}
