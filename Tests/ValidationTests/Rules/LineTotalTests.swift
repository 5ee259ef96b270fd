import Testing
import Validation

@Suite struct LineTotalTests {
  private func told(_ row: String) throws -> [Told] {
    try Checking(
      """
      -- invoice_lines.csv
      invoice_id,line_number,currency,charges,azure_credit,tax,total
      G1,1,EUR,\(row)
      """
    ).told(.lineTotal)
  }

  @Test(arguments: ["100,10,19,109", "100,,,100.00", "-5,0,-0.95,-5.95", "100,10,,90"])
  func totalsThatFollowAreRight(_ row: String) throws {
    #expect(try told(row).isEmpty)
  }

  @Test func aDifferenceIsTold() throws {
    #expect(
      try told("100,10,19,119") == [
        Told(
          rule: "line-total", place: "invoice_lines:2:total", subject: "invoice-line G1/1",
          message: """
            total 119.00 EUR is not charges − Azure credit + tax = 109.00: 10.00 EUR apart
            """)
      ])
  }
}
