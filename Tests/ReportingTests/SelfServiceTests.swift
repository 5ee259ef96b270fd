import BillingModel
import Reporting
import Testing

/// The self-service reports and takeover, each sentence of DEFINITIONS by hand.
struct SelfServiceTests {
  private static let header =
    "subscription_id,product_id,product_name,pricing_model,acquisition,purchaser_name,"
    + "purchaser_email,quantity,unit_price,currency,billing_frequency,status,expires_on\n"

  private func basis(
    _ subscriptions: String, _ assignments: String = "", policies: String = ""
  ) -> ReportBasis {
    TestTenant()
      .with(.subscriptions, Self.header + subscriptions)
      .with(.licenseAssignments, "subscription_id,assignee_id\n" + assignments)
      .with(.selfServicePolicies, "product_id,policy_id,value\n" + policies)
      .basis(asOf: "2026-03-31")
  }

  @Test func productsCountEveryPurchaseWhateverItsStatus() {
    let report = basis(
      """
      s1,p,Planner,per-license,self-service,Ann,ann@x,3,10.005,EUR,annual,active,
      s2,p,Planner,per-license,self-service,Anna,ANN@X,2,10,EUR,annual,deleted,
      s3,p,Planner,per-license,self-service,Bob,,4,10,EUR,annual,expired,
      s4,p,Planner,per-license,self-service,Bob,,1,7,USD,annual,,
      s5,p,Planner,per-license,central,Bob,,100,1,EUR,annual,active,
      s6,q,Quill,flat-rate,self-service,Bob,,Unlimited,99,EUR,annual,active,
      """, "s1,u\ns2,u\ns2,v\ns5,u", policies: "p,,Disabled\nq,Other,Enabled"
    ).report(.selfServiceProducts)
    #expect(
      report.lines == [
        "p|Planner|3|2|9|3|Disabled|EUR|90.02", "p|Planner|1|1|1|0|Disabled|USD|7.00",
        "q|Quill|1|1|Unlimited|0|?|EUR|99.00",
      ])
    #expect(
      report.totalLines == [
        "purchases=4 quantity_bought=Unlimited assigned=3 currency=EUR purchase_price=189.02",
        "purchases=1 quantity_bought=1 assigned=0 currency=USD purchase_price=7.00",
      ])
  }

  @Test(arguments: [("self-service,,", 0), ("self-service,Ann,", 1), ("self-service,,a@x", 1)])
  func aPurchaseThatNamesNobodyHasNoBuyer(cells: String, buyers: Int) {
    let report = basis("s1,p,P,,\(cells),1,1,EUR,annual,active,").report(.selfServiceProducts)
    #expect(report.texts("purchases", "buyers") == ["1 \(buyers)"])
  }

  @Test func unknownPriceMakesTheSumUnknown() {
    let report = basis(
      """
      s1,p,P,per-license,self-service,Ann,,1,5,EUR,annual,active,
      s2,p,P,per-license,self-service,Ann,,1,,EUR,annual,active,
      """
    ).report(.selfServiceProducts)
    #expect(report.texts("purchase_price") == ["?"])
    #expect(report.totals[0].cells.last == .some(.missing))
  }

  @Test func buyersAreOrderedByNameThenAddressThenSubscription() {
    let report = basis(
      """
      s4,p,P,per-license,self-service,Bob,b@x,1,5,EUR,annual,active,2026-05-01
      s3,p,P,per-license,self-service,Ann,z@x,1,5,EUR,annual,active,
      s2,p,P,per-license,self-service,Ann,a@x,2,2.50,EUR,annual,pending,
      s1,p,P,per-license,self-service,Ann,a@x,1,5,USD,annual,,
      s5,p,P,per-license,self-service,,n@x,1,5,USD,annual,active,
      s6,p,P,per-license,,Cy,n@x,1,5,USD,annual,active,
      """, policies: "p,AllowSelfServicePurchase,OnlyTrialsWithoutPaymentMethod"
    ).report(.selfServiceBuyers)
    let policy = "OnlyTrialsWithoutPaymentMethod"
    #expect(
      report.lines == [
        "?|n@x|s5|p|P|1|0|USD|5.00|?|active|\(policy)|none",
        "Ann|a@x|s1|p|P|1|0|USD|5.00|?|?|\(policy)|none",
        "Ann|a@x|s2|p|P|2|0|EUR|5.00|?|pending|\(policy)|none",
        "Ann|z@x|s3|p|P|1|0|EUR|5.00|?|active|\(policy)|none",
        "Bob|b@x|s4|p|P|1|0|EUR|5.00|2026-05-01|active|\(policy)|none",
      ])
    #expect(
      report.totalLines == [
        "quantity=4 assigned=0 currency=EUR purchase_price=15.00",
        "quantity=2 assigned=0 currency=USD purchase_price=10.00",
      ])
  }

  /// A case of takeover: the central subscriptions, and what becomes of a purchase in EUR with two users.
  struct TakeoverCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let central: String
    var status = "active"
    let expected: String

    init(_ name: String, _ central: String, status: String = "active", _ expected: String) {
      testDescription = name
      self.central = central
      self.status = status
      self.expected = expected
    }
  }

  @Test(arguments: [
    TakeoverCase("no candidate", "", "buy:2"),
    TakeoverCase(
      "disabled purchase", "c1,p,P,,central,,,9,1,EUR,,active,", status: "disabled", "none"),
    TakeoverCase(
      "deleted purchase", "c1,p,P,,central,,,9,1,EUR,,active,", status: "deleted", "none"),
    TakeoverCase(
      "expired purchase", "c1,p,P,,central,,,9,1,EUR,,active,", status: "expired", "move:c1"),
    TakeoverCase("exactly enough", "c1,p,P,,central,,,2,1,EUR,,active,", "move:c1"),
    TakeoverCase("one short", "c1,p,P,,central,,,1,1,EUR,,active,", "buy:1"),
    TakeoverCase("Unlimited", "c1,p,P,,central,,,Unlimited,1,EUR,,active,", "move:c1"),
    TakeoverCase("other product", "c1,q,Q,,central,,,9,1,EUR,,active,", "buy:2"),
    TakeoverCase("not active", "c1,p,P,,central,,,9,1,EUR,,expired,", "buy:2"),
    TakeoverCase("missing status and acquisition", "c1,p,P,,,,,9,1,EUR,,,", "move:c1"),
    TakeoverCase(
      "another purchase is no target", "c1,p,P,,self-service,,,9,1,EUR,,active,", "buy:2"),
    TakeoverCase("unknown quantity", "c1,p,P,,central,,,,1,EUR,,active,", "buy:2"),
    TakeoverCase(
      "own currency before a cheaper one",
      "c1,p,P,,central,,,9,1,CHF,monthly,active,\nc2,p,P,,central,,,9,8,EUR,monthly,active,",
      "move:c2"),
    TakeoverCase(
      "other currencies by code",
      "c1,p,P,,central,,,9,1,USD,monthly,active,\nc2,p,P,,central,,,9,8,CHF,monthly,active,",
      "move:c2"),
    TakeoverCase(
      "lower price a month",
      "c1,p,P,,central,,,9,2,EUR,monthly,active,\nc2,p,P,,central,,,9,12,EUR,annual,active,",
      "move:c2"),
    TakeoverCase(
      "then the subscription id",
      "c2,p,P,,central,,,9,1,EUR,monthly,active,\nc1,p,P,,central,,,9,12,EUR,annual,active,",
      "move:c1"),
    TakeoverCase(
      "unknown price last",
      "c1,p,P,,central,,,9,,EUR,monthly,active,\nc2,p,P,,central,,,9,99,EUR,monthly,active,",
      "move:c2"),
    TakeoverCase(
      "the largest single stock decides",
      "c1,p,P,,central,,,1,1,EUR,,active,\nc2,p,P,,central,,,1,1,EUR,,active,", "buy:1"),
  ])
  func takeover(of test: TakeoverCase) {
    let purchase =
      "s1,p,P,per-license,self-service,Ann,,5,5,EUR,annual,\(test.status),\n"
    let report = basis(purchase + test.central, "s1,u\ns1,v").report(.selfServiceBuyers)
    #expect(report.texts("subscription_id", "takeover").contains("s1 " + test.expected))
  }

  @Test func overAssignedTargetsHaveNothingToGive() {
    let report = basis(
      """
      s1,p,P,per-license,self-service,Ann,,5,5,EUR,annual,active,
      c1,p,P,per-license,central,,,1,5,EUR,annual,active,
      """, "s1,u\nc1,u\nc1,v\nc1,w"
    ).report(.selfServiceBuyers)
    #expect(report.texts("takeover") == ["buy:1"])
  }

  @Test func peopleWhoHoldTheTargetStillCount() {
    let report = basis(
      """
      s1,p,P,per-license,self-service,Ann,,5,5,EUR,annual,active,
      c1,p,P,per-license,central,,,2,5,EUR,annual,active,
      """, "s1,u\ns1,v\nc1,u"
    ).report(.selfServiceBuyers)
    #expect(report.texts("takeover") == ["buy:1"])
  }
}
