import BillingModel
public import Diagnostics
import ExactNumbers

extension RuleID {
  /// A line in another currency than its invoice.
  public static let mixedCurrencyInvoice = RuleID("mixed-currency-invoice")
}

extension Rule {
  static let mixedCurrencyInvoice = Rule(
    .mixedCurrencyInvoice, .violation,
    title: "line in another currency than its invoice",
    reason: """
      An invoice has one currency, and amounts of two currencies are never added: such an invoice \
      has no total.
      """,
    source: "R56, R60",
    messages: ["the line is in {currency}, but its invoice is in {expected}"],
    help: "export the lines in the currency in which they are billed",
    bad: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      G1,BP-1,2026-01-31,EUR,10.00
      -- invoice_lines.csv
      invoice_id,line_number,charges,total,currency
      G1,1,10.00,10.00,USD
      """,
    good: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      G1,BP-1,2026-01-31,EUR,10.00
      -- invoice_lines.csv
      invoice_id,line_number,charges,total,currency
      G1,1,10.00,10.00,EUR
      """
  ) { context, findings in
    let own = context.data.invoiceLines.currency
    let currencies = LineCurrencies(context.data)
    currencies.forEachOther(context.data.invoiceLines, silent: .any) { row in
      guard let currency = own[row], let expected = currencies.invoice(row) else { return }
      findings.add(
        .invoiceLines, row, "currency",
        facts: [("currency", currency.code), ("expected", expected.code)])
    }
  }
}
