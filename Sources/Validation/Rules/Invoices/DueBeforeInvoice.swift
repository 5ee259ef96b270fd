import BillingModel
public import Diagnostics

extension RuleID {
  /// An invoice that is due before it is dated.
  public static let dueBeforeInvoice = RuleID("due-before-invoice")
}

extension Rule {
  static let dueBeforeInvoice = Rule(
    .dueBeforeInvoice, .warning,
    title: "invoice that is due before it is dated",
    reason: "Nobody can pay before there is an invoice: one of the two dates is wrong.",
    source: "R59",
    messages: ["the invoice is due on {due}, before its date {date}"],
    help: "compare both dates with the invoice's PDF; if days and months are swapped, export again",
    bad: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,due_date,currency,total
      G1,BP-1,2026-02-01,2026-01-31,EUR,10.00
      """,
    good: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,due_date,currency,total
      G1,BP-1,2026-01-31,2026-01-31,EUR,10.00
      """
  ) { context, findings in
    let table = context.data.invoices
    let (dates, dues) = (table.invoiceDate, table.dueDate)
    for row in table.rows {
      guard let date = dates[row], let due = dues[row], due < date else { continue }
      findings.add(
        .invoices, row, "due_date", facts: [("date", "\(date)"), ("due", "\(due)")])
    }
  }
}
