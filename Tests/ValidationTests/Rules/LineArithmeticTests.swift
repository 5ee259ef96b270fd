import Testing
import Validation

@Suite struct LineArithmeticTests {
  private func told(_ row: String, currency: String = "EUR") throws -> [Told] {
    try Checking(
      """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      G1,BP-1,2026-01-31,\(currency),0
      -- invoice_lines.csv
      invoice_id,line_number,charge_type,quantity,unit_price,rounding,charges,total,currency
      G1,1,\(row),0,
      """
    ).told(.lineArithmetic)
  }

  @Test(arguments: [
    "purchase,3,3.335,,10.00", "purchase,1,0.125,half-even,0.12", "renew,1,0.125,half-up,0.13",
    "usage,-1,0.125,half-up,-0.13", "usage,-1,0.125,down,-0.12", "re-enable,1000,0.019,down,10.00",
    "monthly-payment,2.5,4,,10", "monthly-payment,0.333333333333333,0.000000000003,,0.00",
    "add-quantity,3,3.335,,1", "remove-quantity,3,3.335,,1", "cancel,1,1,,5", "convert,1,1,,5",
    "credit,1,1,,5", "other,1,1,,5", ",1,1,,5", "purchase,,1,,5", "purchase,1,,,5",
  ])
  func whatFollowsOrIsNotCheckedIsRight(_ row: String) throws {
    #expect(try told(row).isEmpty)
  }

  @Test(arguments: [
    "purchase,3,3.335,,10.01", "purchase,1,0.125,half-even,0.13", "renew,1,0.125,half-up,0.12",
    "re-enable,1000,0.019,down,19.00", "monthly-payment,1,0.001,,0.001", "Usage,1,1,,2",
  ])
  func aDifferenceOfAnySizeIsTold(_ row: String) throws {
    #expect(try told(row).map(\.place) == ["invoice_lines:2:charges"])
  }

  @Test func theCalculationIsTold() throws {
    #expect(try told("purchase,3,33.5,,100", currency: "JPY").isEmpty)
    #expect(
      try told("purchase,3,33.5,,101", currency: "JPY").map(\.message) == [
        "charges 101 JPY are not 3 × 33.5, rounded half-even, = 100: 1 JPY apart"
      ])
  }
}
