import Testing
import Validation

@Suite struct MixedCurrencyInvoiceTests {
  @Test func linesHaveTheirInvoicesCurrency() throws {
    let sample = """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      G1,BP-1,2026-01-31,EUR,10.00
      -- invoice_lines.csv
      invoice_id,line_number,charges,total,currency
      G1,1,5.00,5.00,USD
      G1,2,5.00,5.00,EUR
      G1,3,5.00,5.00,
      G2,1,5.00,5.00,USD
      """
    #expect(
      try Checking(sample).told(.mixedCurrencyInvoice) == [
        Told(
          rule: "mixed-currency-invoice", place: "invoice_lines:2:currency",
          subject: "invoice-line G1/1",
          message: "the line is in USD, but its invoice is in EUR")
      ])
  }
}
