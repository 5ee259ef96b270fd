import Testing
import Validation

@Suite struct InvoiceLinesSumTests {
  private func told(_ invoices: String, _ lines: String) throws -> [Told] {
    let sample = """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      \(invoices)
      -- invoice_lines.csv
      invoice_id,line_number,charges,total,currency
      \(lines)
      """
    return try Checking(sample).told(.invoiceLinesSum)
  }

  @Test func theDifferenceIsNamed() throws {
    #expect(
      try told("G1,BP-1,2026-01-31,EUR,119.00", "G1,1,1,100.00,EUR\nG1,2,1,19.005,EUR") == [
        Told(
          rule: "invoice-lines-sum", place: "invoices:2:total", subject: "invoice G1",
          message: """
            total 119.00 EUR is not the sum of its lines = 119.005: -0.005 EUR apart, number of \
            lines: 2
            """)
      ])
  }

  @Test func eachInvoiceHasItsOwnLines() throws {
    let invoices = "G1,BP-1,2026-01-31,EUR,3.00\nG2,BP-1,2026-01-31,SEK,7.00"
    let lines = "G2,1,1,3.00,SEK\nG1,1,1,1.00,EUR\nG2,2,1,4.00,SEK\nG1,2,1,2.00,"
    #expect(try told(invoices, lines).isEmpty)
  }

  @Test func anInvoiceWithoutLinesOrWithAnotherCurrencyIsLeftOut() throws {
    #expect(try told("G1,BP-1,2026-01-31,EUR,3.00", "G2,1,1,3.00,EUR").isEmpty)
    #expect(
      try told("G1,BP-1,2026-01-31,EUR,3.00", "G1,1,1,1.00,EUR\nG1,2,1,1.00,USD").isEmpty)
  }

  @Test func creditsCountWithTheirSign() throws {
    #expect(
      try told("G1,BP-1,2026-01-31,EUR,-3.00", "G1,1,1,-5.00,EUR\nG1,2,1,2.00,EUR").isEmpty)
  }

  @Test func aSumOutOfRangeIsTold() throws {
    let huge = "170141183460469231731"
    let told = try told(
      "G1,BP-1,2026-01-31,EUR,3.00", "G1,1,1,\(huge),EUR\nG1,2,1,\(huge),EUR")
    #expect(
      told.map(\.message) == [
        "total 3.00 EUR is not the sum of its lines = out of range: out of range EUR apart, number of lines: 2"
      ])
  }
}
