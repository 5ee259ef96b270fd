import Testing
import Validation

@Suite struct InvoiceTotalTests {
  private func told(_ row: String) throws -> [Told] {
    let sample = """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,charges,credits,azure_credit,subtotal,tax,total
      G1,BP-1,2026-01-31,\(row)
      """
    return try Checking(sample).told(.invoiceTotal)
  }

  private func expected(_ field: String, _ message: String) -> Told {
    Told(
      rule: "invoice-total", place: "invoices:2:\(field)", subject: "invoice G1", message: message)
  }

  @Test func bothComparisonsAreMadeAndTold() throws {
    #expect(
      try told("EUR,110.00,10.00,5.00,100.00,19.00,119.01") == [
        expected(
          "total",
          "total 119.01 EUR is not subtotal + tax = 119.00: 0.01 EUR apart"),
        expected(
          "subtotal",
          """
          subtotal 100.00 EUR is not charges − credits − Azure credit = 95.00: 5.00 EUR apart
          """),
      ])
  }

  @Test func amountsAreComparedExactly() throws {
    #expect(
      try told("JPY,,,,100,0.000000000000000001,100").map(\.message) == [
        """
        total 100 JPY is not subtotal + tax = 100.000000000000000001: -0.000000000000000001 JPY \
        apart
        """
      ])
    #expect(try told("EUR,110,10.0,0,100.000,19,119.00").isEmpty)
  }

  @Test(arguments: [
    "EUR,110,10,0,,19,7", "EUR,110,10,0,100,,7", "EUR,110,10,,7,0,7", "EUR,,10,0,7,0,7",
    "EUR,110,,0,7,0,7",
  ])
  func aComparisonNeedsAllItsParts(_ row: String) throws {
    #expect(try told(row).isEmpty)
  }

  @Test func aSumOutOfRangeIsNoSum() throws {
    let huge = "170141183460469231731"
    #expect(
      try told("EUR,,,,\(huge),\(huge),\(huge)").map(\.message) == [
        "total \(huge).00 EUR is not subtotal + tax = out of range: out of range EUR apart"
      ])
  }
}
