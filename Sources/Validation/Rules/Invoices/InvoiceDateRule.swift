import BillingModel
import CalendarDates
public import Diagnostics

extension RuleID {
  /// An invoice of a MOSA account that is not dated on the day after its period.
  public static let invoiceDate = RuleID("invoice-date")
}

extension Rule {
  static let invoiceDate = Rule(
    .invoiceDate, .warning,
    title: "invoice date that does not follow its period",
    reason: """
      Invoices of a Microsoft Online Subscription Agreement are dated on the day after the billing \
      period. Another date means that the period or the date is wrong.
      """,
    source: "R69",
    messages: ["the invoice is dated {date}, but its period ends on {end}: {expected} is expected"],
    help: "compare date and billing period with the invoice's PDF",
    bad: """
      -- invoices.csv
      invoice_id,billing_profile_id,account_type,invoice_date,period_end,currency,total
      G1,BP-1,mosa,2026-01-31,2026-01-31,EUR,10.00
      """,
    good: """
      -- invoices.csv
      invoice_id,billing_profile_id,account_type,invoice_date,period_end,currency,total
      G1,BP-1,mosa,2026-01-01,2025-12-31,EUR,10.00
      G2,BP-1,mca,2026-01-31,2026-01-31,EUR,10.00
      """
  ) { context, findings in
    let table = context.data.invoices
    let (accounts, dates, ends) = (table.accountType, table.invoiceDate, table.periodEnd)
    for row in table.rows where accounts[row] == .mosa {
      guard let date = dates[row], let end = ends[row], case let expected = end.adding(days: 1),
        date != expected
      else { continue }
      findings.add(
        .invoices, row, "invoice_date",
        facts: [("date", "\(date)"), ("end", "\(end)"), ("expected", "\(expected)")])
    }
  }
}
