import BillingModel
import Reporting
import Testing

/// The report on policies, by hand.
struct SelfServicePoliciesTests {
  private static let report = TestTenant()
    .with(
      .subscriptions,
      """
      subscription_id,product_id,product_name,acquisition,quantity,unit_price,currency,billing_frequency,status,purchased_on
      s1,p,Planner,self-service,2,1.00,EUR,monthly,active,2025-06-01
      s2,p,Planner,self-service,1,1.00,EUR,monthly,deleted,2025-06-02
      s3,p,Planner,self-service,1,10.00,USD,annual,active,2025-06-02
      s4,p,Planner,self-service,1,,USD,annual,disabled,
      s5,q,Quill,self-service,Unlimited,1.00,EUR,monthly,active,2025-06-02
      s6,r,Radio,central,5,1.00,EUR,monthly,active,2025-06-02
      """
    )
    .with(
      .selfServicePolicies,
      """
      product_id,product_name,policy_id,value,changed_on
      p,Not the name,,Disabled,2025-06-01
      r,Radio,AllowSelfServicePurchase,Enabled,
      t,Trial,AllowSelfServicePurchase,OnlyTrialsWithoutPaymentMethod,2024-01-01
      u,Other,AnotherPolicy,Enabled,2024-01-01
      """
    )
    .basis(asOf: "2026-01-31").report(.selfServicePolicies)

  @Test func aRowIsAProductWithAPolicyOrBoughtBySelfService() {
    #expect(
      Self.report.lines == [
        "p|Planner|Disabled|2025-06-01|4|5", "q|Quill|?|?|1|Unlimited", "r|Radio|Enabled|?|0|0",
        "t|Trial|OnlyTrialsWithoutPaymentMethod|2024-01-01|0|0",
      ])
    #expect(Self.report.totals.isEmpty)
  }

  @Test func purchasesStandBeforeAndAfterTheChange() throws {
    // On the day of the change is before it. What has ended costs nothing any more.
    let bought = try #require(Self.report.parts.first)
    #expect(bought.id == "bought")
    #expect(
      bought.rows.map { $0.map(\.testText).joined(separator: "|") } == [
        "p|Planner|Disabled|2025-06-01|1|1|0|EUR|24.00",
        "p|Planner|Disabled|2025-06-01|0|1|1|USD|10.00", "q|Quill|?|?|0|0|1|EUR|?",
      ])
  }
}
