import Testing
import Validation

@Suite struct UnknownInvoiceTests {
  static let lines = """
    -- invoice_lines.csv
    invoice_id,line_number,charges,total
    G2,1,1.00,1.00
    """

  @Test func linesAreChecked() throws {
    let invoices = """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      G1,BP-1,2026-01-01,EUR,1.00

      """
    #expect(
      try Checking(invoices + Self.lines).told(.unknownInvoice) == [
        Told(
          rule: "unknown-invoice", place: "invoice_lines:2:invoice_id",
          subject: "invoice-line G2/1", message: "invoice `G2` is not in the invoices table")
      ])
    let quarantined = "-- invoices.csv\ninvoice_id\nG2\n"
    #expect(try Checking(invoices + Self.lines, quarantined: quarantined).findings.isEmpty)
  }

  @Test func nothingIsSaidWhenTheTableWasNotGiven() throws {
    #expect(try Checking(Self.lines).findings.isEmpty)
  }
}
