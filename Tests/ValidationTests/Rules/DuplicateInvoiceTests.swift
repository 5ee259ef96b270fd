import Testing
import Validation

@Suite struct DuplicateInvoiceTests {
  @Test func laterInvoicesOfTheSameProfilePeriodAndTotalAreTold() throws {
    let sample = """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,period_start,period_end,currency,total,status,document_type
      G0,BP-1,2026-01-31,2026-01-01,2026-01-31,EUR,10.00,void,
      G1,BP-1,2026-01-31,2026-01-01,2026-01-31,EUR,10.00,,
      G2,BP-2,2026-01-31,2026-01-01,2026-01-31,EUR,10.00,,
      G3,BP-1,2026-01-31,2026-01-01,2026-01-30,EUR,10.00,,
      G4,BP-1,2026-01-31,2026-01-01,,EUR,10.00,,
      G5,BP-1,2026-01-31,2026-01-01,,EUR,10.00,,
      G6,BP-1,2026-01-31,2026-01-01,2026-01-31,EUR,10.00,,credit-note
      -- invoices.2.csv
      invoice_id,billing_profile_id,invoice_date,period_start,period_end,currency,total
      G7,BP-1,2026-01-31,2026-01-01,2026-01-31,EUR,10
      G8,BP-1,2026-01-31,2026-01-01,2026-01-31,EUR,10.001
      G9,BP-1,2026-01-31,2026-01-01,2026-01-31,EUR,10.0
      """
    func told(_ line: Int, _ id: String) -> Told {
      Told(
        rule: "duplicate-invoice", place: "invoices:\(line):invoice_id", subject: "invoice \(id)",
        message: "invoice \(id) has the same profile, period and total 10.00 EUR as invoice G1")
    }
    #expect(try Checking(sample).told(.duplicateInvoice) == [told(2, "G7"), told(4, "G9")])
  }
}
