import BillingModel
import Reporting
import Testing

/// The consolidation plan, each rule by hand.
struct ConsolidationTests {
  private static let header =
    "subscription_id,product_id,pricing_model,acquisition,quantity,unit_price,currency,"
    + "billing_frequency,status,expires_on,auto_renew\n"

  private func report(
    _ subscriptions: String, _ assignments: String, users: String = ""
  ) -> Report {
    TestTenant()
      .with(.subscriptions, Self.header + subscriptions)
      .with(.licenseAssignments, "subscription_id,assignee_id,product_id\n" + assignments)
      .with(.users, "user_principal_name,account_enabled\n" + users)
      .basis(asOf: "2026-01-31").report(.consolidation)
  }

  private static let plan = [
    "subscription_id", "action", "reason", "move_to", "licenses_to_buy", "annual_saving",
  ]

  private func plan(_ report: Report) -> [String] {
    let columns = Self.plan.map { report.texts($0) }
    return report.rows.indices.map { row in columns.map { $0[row] }.joined(separator: " ") }
  }

  @Test func allPurchasesOfAProductArePlannedTogether() {
    // Four licences are free. Taken alone each purchase fits; together the two of 20.00 and 22.00 a
    // month save more than the one of 30.00.
    let report = report(
      """
      c1,p,per-license,central,4,100,EUR,monthly,active,,
      s1,p,per-license,self-service,3,10,EUR,monthly,active,,
      s2,p,per-license,self-service,2,10,EUR,monthly,active,,
      s3,p,per-license,self-service,2,11,EUR,monthly,active,,
      """, "s1,a\ns1,b\ns1,c\ns2,d\ns2,e\ns3,f\ns3,g")
    #expect(
      plan(report) == [
        "s1 keep not-cheaper - 0 0.00", "s2 move - c1 0 240.00", "s3 move - c1 0 264.00",
      ])
    #expect(
      report.totalLines == [
        "licenses_to_buy=0 currency=EUR annual_cost=864.00 buy_cost=0.00 annual_saving=504.00"
      ])
    #expect(report.texts("proof", "saving_at_most") == Array(repeating: "cheapest -", count: 3))
  }

  @Test func licencesAreBoughtWhereThatIsCheaper() {
    // One licence is free. s1 ends first and gets it; three more are bought for 8 × 12 each.
    let report = report(
      """
      c1,p,per-license,central,1,8,EUR,monthly,active,,
      s1,p,per-license,self-service,2,10,EUR,monthly,active,2026-02-20,true
      s2,p,per-license,self-service,2,10,EUR,monthly,active,2026-02-10,true
      s3,p,per-license,self-service,9,0.01,EUR,monthly,active,2026-02-01,true
      """, "s1,a\ns1,b\ns2,d\ns2,e\ns3,f")
    #expect(
      plan(report) == [
        "s1 buy - c1 2 48.00", "s2 buy - c1 1 144.00", "s3 keep not-cheaper - 0 0.00",
      ])
    #expect(report.texts("buy_cost") == ["192.00", "96.00", "0.00"])
  }

  @Test func nobodyLosesAccessByThePlan() {
    // a has the product centrally too, b cannot sign in; c is in neither case.
    let report = report(
      """
      c1,p,per-license,central,1,,EUR,monthly,active,,
      s1,p,per-license,self-service,2,10,EUR,monthly,active,,
      s2,p,per-license,self-service,2,10,EUR,monthly,active,,
      s3,p,per-license,self-service,2,,EUR,monthly,active,,
      """, "c1,a\ns1,a\ns1,b\ns2,a\ns2,b\ns2,c", users: "b,false")
    #expect(
      plan(report) == [
        "s1 cancel covered - 0 240.00", "s2 keep central-unknown - 0 0.00",
        "s3 cancel unused - 0 ?",
      ])
    #expect(report.texts("people", "lose_access") == ["a,b ", "a,b,c c", " "])
  }

  @Test(arguments: [("2", ""), ("1", "a"), ("", "a"), ("Unlimited", "")])
  func aLicenceOfASubscriptionThatHasTooFewIsNoAccess(quantity: String, without: String) {
    let report = report(
      "c1,p,per-license,central,\(quantity),1,EUR,monthly,active,,\n"
        + "s1,p,per-license,self-service,1,1,EUR,monthly,active,,", "c1,a\nc1,b\ns1,a")
    #expect(report.texts("lose_access") == [without])
  }

  /// A purchase of one licence for 10 a month with one user, the central subscriptions, and what becomes
  /// of it.
  struct KeepCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var purchase = "s1,p,per-license,self-service,1,10,EUR,monthly,active,,"
    let central: String
    var assignments = "s1,u"
    let expected: String
  }

  @Test(arguments: [
    KeepCase(
      testDescription: "no central subscription", central: "",
      expected: "keep no-central-subscription - 0 0.00"),
    KeepCase(
      testDescription: "another product", central: "c1,q,,central,9,1,EUR,monthly,active,,",
      expected: "keep no-central-subscription - 0 0.00"),
    KeepCase(
      testDescription: "in grace", central: "c1,p,,central,9,1,EUR,monthly,expired,,",
      expected: "keep no-central-subscription - 0 0.00"),
    KeepCase(
      testDescription: "another currency", central: "c1,p,,central,9,1,USD,monthly,active,,",
      expected: "keep other-currency - 0 0.00"),
    KeepCase(
      testDescription: "quantity not known", central: "c1,p,,central,,1,EUR,monthly,active,,",
      expected: "keep central-unknown - 0 0.00"),
    KeepCase(
      testDescription: "price not known", central: "c1,p,,central,0,,EUR,monthly,active,,",
      expected: "keep central-unknown - 0 0.00"),
    KeepCase(
      testDescription: "full at a flat rate",
      central: "c1,p,flat-rate,central,0,5,EUR,monthly,active,,",
      expected: "keep no-free-license - 0 0.00"),
    KeepCase(
      testDescription: "not cheaper", central: "c1,p,,central,0,10,EUR,monthly,active,,",
      expected: "keep not-cheaper - 0 0.00"),
    KeepCase(
      testDescription: "free licence without a price",
      central: "c1,p,,central,1,,EUR,monthly,active,,", expected: "move - c1 0 120.00"),
    KeepCase(
      testDescription: "Unlimited", central: "c1,p,,central,Unlimited,,EUR,monthly,active,,",
      expected: "move - c1 0 120.00"),
    KeepCase(
      testDescription: "over-assigned: two are missing already",
      central: "c1,p,,central,0,4,EUR,monthly,active,,", assignments: "s1,u\nc1,v\nc1,w",
      expected: "keep not-cheaper - 0 0.00"),
    KeepCase(
      testDescription: "over-assigned and still cheaper",
      central: "c1,p,,central,0,3,EUR,monthly,active,,", assignments: "s1,u\nc1,v\nc1,w",
      expected: "buy - c1 3 12.00"),
    KeepCase(
      testDescription: "price of the purchase not known",
      purchase: "s1,p,per-license,self-service,1,,EUR,monthly,active,,",
      central: "c1,p,,central,9,1,EUR,monthly,active,,", expected: "? price-unknown - ? ?"),
    KeepCase(
      testDescription: "term of the purchase not known",
      purchase: "s1,p,per-license,self-service,1,10,EUR,,active,,",
      central: "c1,p,,central,9,1,EUR,monthly,active,,", expected: "? price-unknown - ? ?"),
    KeepCase(
      testDescription: "quantity of the purchase not known",
      purchase: "s1,p,per-license,self-service,,10,EUR,monthly,active,,",
      central: "c1,p,,central,9,1,EUR,monthly,active,,", expected: "? quantity-unknown - ? ?"),
    KeepCase(
      testDescription: "currency of the purchase not known",
      purchase: "s1,p,per-license,self-service,1,10,,monthly,active,,",
      central: "c1,p,,central,9,1,EUR,monthly,active,,", expected: "? price-unknown - ? ?"),
  ])
  func aSinglePurchase(test: KeepCase) {
    let report = report(test.purchase + "\n" + test.central, test.assignments)
    #expect(plan(report) == ["s1 " + test.expected])
  }

  @Test func aPurchaseIsCancelledBeforeItRenewsItself() {
    let report = report(
      """
      s1,p,,self-service,1,1,EUR,monthly,active,2026-01-31,true
      s2,p,,self-service,1,1,EUR,monthly,active,2026-01-30,true
      s3,p,,self-service,1,1,EUR,monthly,active,2026-06-30,false
      s4,p,,self-service,1,1,EUR,monthly,active,,
      s5,p,,self-service,1,1,EUR,monthly,deleted,2026-06-30,true
      s6,p,,self-service,1,1,EUR,monthly,disabled,2026-06-30,true
      """, "")
    // A day that lies behind is not the next one; who does not renew needs no cancelling.
    #expect(
      report.texts("subscription_id", "cancel_by") == ["s1 2026-01-31", "s2 ?", "s3 -", "s4 ?"])
  }

  @Test func aPlanWithAnUnknownIsNotProven() throws {
    let report = report(
      """
      c1,p,,central,9,1,EUR,monthly,active,,
      s1,p,,self-service,1,,EUR,monthly,active,,
      s2,p,,self-service,1,10,EUR,monthly,active,,
      s3,p,,self-service,1,10,USD,monthly,active,,
      """, "s1,u\ns2,v\ns3,w")
    #expect(report.texts("proof") == ["?", "?", "cheapest"])
    let plans = try #require(report.parts.first { $0.id == "plans" })
    #expect(
      plans.rows.map { $0.map(\.testText).joined(separator: "|") } == [
        "p|?|2|1|0|0|1|?|EUR|?|?|?|120.00|?|-",
        "p|?|1|0|0|1|0|0|USD|120.00|0.00|0.00|0.00|cheapest|-",
      ])
  }

  @Test func amountsTooLargeToAddUpAreUnknown() {
    let huge = "100000000000000000000"
    let report = report(
      """
      c1,p,,central,0,\(huge),EUR,triennial,active,,
      s1,p,,self-service,1,\(huge),EUR,triennial,active,,
      s2,p,,self-service,1,\(huge),EUR,triennial,active,,
      """, "s1,u\ns2,v")
    #expect(plan(report) == ["s1 ? price-unknown - ? ?", "s2 ? price-unknown - ? ?"])
  }
}
