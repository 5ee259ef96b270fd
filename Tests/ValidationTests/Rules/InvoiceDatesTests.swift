import Testing
import Validation

/// The rules about an invoice's date, due date and balance.
@Suite struct InvoiceDatesTests {
  private func checking(_ rows: String) throws -> Checking {
    try Checking(
      """
      -- invoices.csv
      invoice_id,billing_profile_id,currency,total,account_type,invoice_date,period_end,due_date,amount_due,status
      \(rows)
      """)
  }

  private func rows(_ tails: [String]) -> String {
    tails.enumerated().map { "G\($0),BP-1,EUR,1.00,\($1)" }.joined(separator: "\n")
  }

  @Test func mosaInvoicesFollowTheirPeriod() throws {
    let told = try checking(
      rows([
        "mosa,2026-01-01,2025-12-31,,,", "mosa,2026-01-02,2025-12-31,,,", "mosa,2026-01-02,,,,",
        "mca,2026-01-02,2025-12-31,,,", ",2026-01-02,2025-12-31,,,",
      ])
    ).told(.invoiceDate)
    #expect(
      told == [
        Told(
          rule: "invoice-date", place: "invoices:3:invoice_date", subject: "invoice G1",
          message: """
            the invoice is dated 2026-01-02, but its period ends on 2025-12-31: 2026-01-01 is \
            expected
            """)
      ])
  }

  @Test func noInvoiceIsDueBeforeItsDate() throws {
    let told = try checking(
      rows([",2026-01-02,,2026-01-01,,", ",2026-01-02,,2026-01-02,,", ",2026-01-02,,,,"])
    ).told(.dueBeforeInvoice)
    #expect(told.map(\.place) == ["invoices:2:due_date"])
    #expect(told.first?.message == "the invoice is due on 2026-01-01, before its date 2026-01-02")
  }

  @Test func statusBalanceAndDueDateGoTogether() throws {
    let told = try checking(
      rows([
        ",2026-01-02,,2026-01-10,0.5,paid", ",2026-01-02,,2026-01-10,-0.5,paid",
        ",2026-01-02,,2026-01-10,0.00,paid", ",2026-01-02,,2026-01-10,,paid",
        ",2026-01-02,,2026-02-01,1.00,past-due", ",2026-01-02,,2026-01-31,1.00,past-due",
        ",2026-01-02,,,1.00,past-due", ",2026-01-02,,2026-02-01,1.00,due",
      ])
    ).told(.paidWithBalance)
    #expect(
      told.map(\.place) == [
        "invoices:2:amount_due", "invoices:3:amount_due", "invoices:6:due_date",
      ])
    #expect(
      told.map(\.message) == [
        "the invoice is paid, but has an amount due of 0.50 EUR",
        "the invoice is paid, but has an amount due of -0.50 EUR",
        "the invoice is past due, but its due date 2026-02-01 is still to come",
      ])
  }
}
