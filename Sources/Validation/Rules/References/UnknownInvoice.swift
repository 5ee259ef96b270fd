import BillingModel
public import Diagnostics

extension RuleID {
  /// An invoice id that no table of the run has.
  public static let unknownInvoice = RuleID("unknown-invoice")
}

extension Rule {
  static let unknownInvoice = Rule(
    .unknownInvoice, .violation,
    title: "invoice id that is in no invoices table",
    reason: "Lines of an unknown invoice are in no total: the invoice is missing from the export.",
    source: "SCHEMA: invoice_lines",
    messages: ["invoice `{id}` is not in the invoices table"],
    help: "export the invoices of the same period as their lines, or correct the id",
    bad: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      G1,BP-1,2026-01-31,EUR,10.00
      -- invoice_lines.csv
      invoice_id,line_number,charges,total,currency
      G1,1,10.00,10.00,EUR
      G2,1,10.00,10.00,EUR
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
    let data = context.data
    guard let known = KnownIDs(.invoice, of: .invoices, in: data, row: data.invoiceRow) else {
      return
    }
    let lines = data.invoiceLines
    findings.addUnknown(in: lines, lines.invoiceID, named: "invoice_id", known: known)
  }
}
