import BillingModel
public import Diagnostics
import ExactNumbers

extension RuleID {
  /// An invoice whose status does not go with what is still owed.
  public static let paidWithBalance = RuleID("paid-with-balance")
}

extension Rule {
  static let paidWithBalance = Rule(
    .paidWithBalance, .warning,
    title: "invoice status that does not fit the balance or the due date",
    reason: """
      A paid invoice owes nothing, and an invoice is past due only after its due date. Otherwise \
      either it is paid twice, or not at all.
      """,
    source: "R64",
    messages: [
      "the invoice is paid, but has an amount due of {due} {currency}",
      "the invoice is past due, but its due date {date} is still to come",
    ],
    help: "look the invoice up in the admin center before anything is paid",
    bad: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,due_date,currency,total,amount_due,status
      G1,BP-1,2026-01-01,2026-01-31,EUR,10.00,2.50,paid
      """,
    good: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,due_date,currency,total,amount_due,status
      G1,BP-1,2026-01-01,2026-01-31,EUR,10.00,0.00,paid
      G2,BP-1,2025-12-01,2025-12-31,EUR,10.00,10.00,past-due
      """
  ) { context, findings in
    let table = context.data.invoices
    let (statuses, owed, dues) = (table.status, table.amountDue, table.dueDate)
    let currencies = table.currency
    for row in table.rows {
      if statuses[row] == .paid, let due = owed[row], due != .zero {
        let text = AmountComparison.text(due, currencies[row])
        findings.add(
          .invoices, row, "amount_due",
          facts: [("due", text), ("currency", currencies[row]?.code ?? "")])
      } else if statuses[row] == .pastDue, let due = dues[row], due > context.asOf {
        findings.add(.invoices, row, "due_date", variant: 1, facts: [("date", "\(due)")])
      }
    }
  }
}
