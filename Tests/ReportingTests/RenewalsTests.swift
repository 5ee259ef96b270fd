import BillingModel
import Reporting
import Testing

/// The report on renewals, each sentence of DEFINITIONS by hand.
struct RenewalsTests {
  private func report(_ rows: String, _ assignments: String = "") -> Report {
    TestTenant()
      .with(
        .subscriptions,
        "subscription_id,product_id,product_name,pricing_model,quantity,unit_price,currency,"
          + "billing_frequency,status,expires_on,auto_renew\n" + rows
      )
      .with(.licenseAssignments, "subscription_id,assignee_id\n" + assignments)
      .basis(asOf: "2026-01-31").report(.renewals)
  }

  @Test func theNextNinetyDaysAreListedByDayAndThenById() {
    let report = report(
      """
      s9,p,Planner,per-license,3,10.00,EUR,monthly,active,2026-01-31,true
      s2,p,Planner,per-license,3,10.00,EUR,monthly,active,2026-05-01,false
      s1,p,Planner,per-license,3,10.00,EUR,monthly,expired,2026-05-01,
      s3,p,Planner,per-license,3,10.00,EUR,monthly,active,2026-05-02,true
      s4,p,Planner,per-license,3,10.00,EUR,monthly,active,2026-01-30,true
      s5,p,Planner,per-license,3,10.00,EUR,monthly,disabled,2026-02-01,true
      s6,p,Planner,per-license,3,10.00,EUR,monthly,deleted,2026-02-01,true
      s7,p,Planner,per-license,3,10.00,EUR,monthly,pending,2026-02-01,true
      s8,p,Planner,per-license,3,10.00,EUR,monthly,active,,true
      """, "s9,u\ns2,u\ns2,v")
    #expect(
      report.lines == [
        "s9|Planner|2026-01-31|0|true|EUR|360.00|240.00",
        "s7|Planner|2026-02-01|1|true|EUR|360.00|360.00",
        "s1|Planner|2026-05-01|90|?|EUR|360.00|360.00",
        "s2|Planner|2026-05-01|90|false|EUR|360.00|120.00",
      ])
    #expect(report.totalLines == ["currency=EUR renewal_value=1440.00 unused_value=1080.00"])
  }

  @Test func valuesAreRoundedOnceAndUnknownWhereAPriceIs() {
    // A third of 0.10 a month for a year is 0.40: rounding the month first would give 0.36.
    let report = report(
      """
      s1,p,P,per-license,1,0.10,EUR,quarterly,active,2026-02-01,true
      s2,p,P,per-license,1,,EUR,quarterly,active,2026-02-01,true
      s3,q,Q,flat-rate,Unlimited,100,USD,triennial,active,2026-02-01,true
      s4,p,P,per-license,Unlimited,5,USD,annual,active,2026-02-01,true
      """)
    #expect(
      report.texts("subscription_id", "renewal_value", "unused_value")
        == ["s1 0.40 0.40", "s2 ? ?", "s3 33.33 0.00", "s4 ? ?"])
    #expect(
      report.totalLines == [
        "currency=EUR renewal_value=? unused_value=?",
        "currency=USD renewal_value=? unused_value=?",
      ])
  }

  @Test func periodsAreOfThirtyDaysEach() throws {
    let rows = [("a", "01-31"), ("b", "03-02"), ("c", "03-03"), ("d", "04-01"), ("e", "04-02")].map
    {
      "\($0),p,P,per-license,1,1,EUR,annual,active,2026-\($1),true"
    }
    let report = report(
      (rows + ["f,p,P,per-license,1,1,USD,annual,active,2026-05-01,true"]).joined(separator: "\n"))
    let periods = try #require(report.parts.first { $0.id == "periods" })
    #expect(
      periods.rows.map { $0.map(\.testText).joined(separator: "|") } == [
        "0-30|EUR|2|2.00|2.00", "31-60|EUR|2|2.00|2.00", "61-90|EUR|1|1.00|1.00",
        "61-90|USD|1|1.00|1.00",
      ])
  }
}
