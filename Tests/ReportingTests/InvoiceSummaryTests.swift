import BillingModel
import Reporting
import Testing

/// invoice-summary, each sentence of DEFINITIONS by hand. The report date is 2026-03-31.
struct InvoiceSummaryTests {
  private static let header =
    "invoice_id,billing_profile_id,document_type,invoice_date,due_date,currency,charges,credits,"
    + "azure_credit,tax,total,amount_due,status\n"

  private func report(_ invoices: String, profiles: String = "") -> Report {
    TestTenant()
      .with(.billingProfiles, "billing_profile_id,name\n" + profiles)
      .with(.invoices, Self.header + invoices)
      .basis(asOf: "2026-03-31").report(.invoiceSummary)
  }

  @Test func groupsByProfileCurrencyAndMonth() {
    let report = report(
      """
      i1,p1,,2026-01-05,2026-02-05,EUR,100.00,10.00,5.00,17.00,102.00,102.00,past-due
      i2,p1,credit-note,2026-01-31,,EUR,-20.00,,,-3.80,-23.80,-23.80,due
      i3,p1,,2026-01-20,2026-02-20,EUR,50.00,,,,50.00,,void
      i4,p1,,2026-02-01,2026-04-01,EUR,1.005,,,,1.005,,due
      i5,p1,,2026-01-01,2026-01-02,USD,7.00,,,,7.00,,paid
      i6,p2,,2026-01-01,2026-03-31,EUR,7.00,,,,7.00,,
      """, profiles: "p1,Zeta\np2,Alpha")
    #expect(
      report.lines == [
        "p2|Alpha|2026-01|EUR|1|7.00|0.00|0.00|0.00|7.00|7.00|0.00|7.00|0.00|0.00|0.00|0.00",
        "p1|Zeta|2026-01|EUR|2|80.00|10.00|5.00|13.20|78.20|78.20|102.00|-23.80|0.00|102.00|0.00|0.00",
        "p1|Zeta|2026-02|EUR|1|1.00|0.00|0.00|0.00|1.00|1.00|0.00|1.00|0.00|0.00|0.00|0.00",
        "p1|Zeta|2026-01|USD|1|7.00|0.00|0.00|0.00|7.00|0.00|0.00|0.00|0.00|0.00|0.00|0.00",
      ])
  }

  @Test(arguments: [
    ("2026-03-31", "0.00 9.00 0.00 0.00 0.00 0.00"), ("", "0.00 9.00 0.00 0.00 0.00 0.00"),
    ("2026-03-30", "9.00 0.00 9.00 0.00 0.00 0.00"),
    ("2026-03-01", "9.00 0.00 9.00 0.00 0.00 0.00"),
    ("2026-02-28", "9.00 0.00 0.00 9.00 0.00 0.00"),
    ("2026-01-30", "9.00 0.00 0.00 9.00 0.00 0.00"),
    ("2026-01-29", "9.00 0.00 0.00 0.00 9.00 0.00"),
    ("2025-12-31", "9.00 0.00 0.00 0.00 9.00 0.00"),
    ("2025-12-30", "9.00 0.00 0.00 0.00 0.00 9.00"),
  ])
  func ageIsCountedInDaysByDateAlone(dueDate: String, expected: String) {
    for status in ["due", "past-due", "paid", ""] {
      let report = report("i,p,,2025-12-01,\(dueDate),EUR,9,,,,9,9,\(status)")
      #expect(
        report.texts(
          "past_due", "not_yet_due", "days_1_30", "days_31_60", "days_61_90", "days_over_90")
          == [expected])
    }
  }

  @Test(arguments: [("paid", "0.00"), ("due", "9.00"), ("past-due", "9.00"), ("", "9.00")])
  func missingAmountDueFollowsTheStatus(status: String, due: String) {
    #expect(report("i,p,,2025-12-01,,EUR,,,,,9,,\(status)").texts("amount_due") == [due])
  }

  @Test func sumsThatDoNotFitAreUnknown() {
    let large = "100000000000000000000"
    let report = report(
      "i,p,,2025-12-01,,EUR,1,,,,\(large),,due\nj,p,,2025-12-01,,EUR,1,,,,\(large),,due")
    #expect(report.texts("charges", "total", "amount_due", "past_due") == ["2.00 ? ? 0.00"])
  }

  @Test func ordersByNameIdCurrencyMonthWithUnnamedFirst() {
    let report = report(
      """
      i1,b,,2026-01-05,,USD,,,,,1,,due
      i2,b,,2025-12-05,,USD,,,,,1,,due
      i3,b,,2026-02-05,,CHF,,,,,1,,due
      i4,a,,2026-02-05,,CHF,,,,,1,,due
      i5,z,,2026-02-05,,CHF,,,,,1,,due
      """, profiles: "b,Same\na,Same")
    #expect(
      report.texts("billing_profile_id", "currency", "month")
        == ["z CHF 2026-02", "a CHF 2026-02", "b CHF 2026-02", "b USD 2025-12", "b USD 2026-01"])
  }

  @Test func totalsAreTheSumsOfTheRows() {
    let report = report(
      """
      i1,p1,,2026-01-05,2026-01-06,EUR,1.005,,,,1.005,1.005,due
      i2,p1,,2026-02-05,,EUR,1.005,,,,1.005,1.005,due
      i3,p1,,2026-02-05,,JPY,100,,,,100,100,due
      """)
    #expect(
      report.totalLines == [
        "currency=EUR invoices=2 charges=2.01 credits=0.00 azure_credit=0.00 tax=0.00 total=2.01 "
          + "amount_due=2.01 past_due=1.00 not_yet_due=1.00 days_1_30=0.00 days_31_60=0.00 "
          + "days_61_90=1.00 days_over_90=0.00",
        "currency=JPY invoices=1 charges=100 credits=0 azure_credit=0 tax=0 total=100 "
          + "amount_due=100 past_due=0 not_yet_due=100 days_1_30=0 days_31_60=0 "
          + "days_61_90=0 days_over_90=0",
      ])
  }
}
