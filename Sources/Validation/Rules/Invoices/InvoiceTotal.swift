import BillingModel
public import Diagnostics
import ExactNumbers

extension RuleID {
  /// An invoice whose total or subtotal is not the sum of its parts.
  public static let invoiceTotal = RuleID("invoice-total")
}

extension Rule {
  static let invoiceTotal = Rule(
    .invoiceTotal, .warning,
    title: "invoice total that is not the sum of its parts",
    reason: """
      The total is the subtotal and the tax; the subtotal is the charges less credits and Azure \
      credits. Amounts are compared exactly, each sum only where all its parts are given.
      """,
    source: "R60, R62",
    messages: [
      "total {given} {currency} is not subtotal + tax = {expected}: {difference} {currency} apart",
      """
      subtotal {given} {currency} is not charges − credits − Azure credit = {expected}: \
      {difference} {currency} apart
      """,
    ],
    help: "compare with the invoice's PDF; if that says the same, ask Microsoft or the seller",
    bad: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,charges,credits,azure_credit,subtotal,tax,total
      G1,BP-1,2026-01-31,EUR,110.00,10.00,0.00,100.00,19.00,119.01
      """,
    good: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,charges,credits,azure_credit,subtotal,tax,total
      G1,BP-1,2026-01-31,EUR,110.00,10.00,0.00,100.00,19.00,119.00
      """
  ) { context, findings in
    let tolerance = context.settings.tolerances[.invoiceTotal]
    let table = context.data.invoices
    let (totals, subtotals, taxes) = (table.total, table.subtotal, table.tax)
    let (charges, credits, azure) = (table.charges, table.credits, table.azureCredit)
    let currencies = table.currency
    for row in table.rows {
      guard let subtotal = subtotals[row] else { continue }
      let currency = currencies[row]
      if let total = totals[row], let tax = taxes[row],
        let facts = AmountComparison.facts(
          total, subtotal.adding(tax), currency, tolerance: tolerance)
      {
        findings.add(.invoices, row, "total", facts: facts)
      }
      if let charged = charges[row], let credited = credits[row], let azure = azure[row],
        let facts = AmountComparison.facts(
          subtotal, charged.subtracting(credited)?.subtracting(azure), currency,
          tolerance: tolerance)
      {
        findings.add(.invoices, row, "subtotal", variant: 1, facts: facts)
      }
    }
  }
}
