import BillingModel
import Diagnostics
import Testing
import Validation

@Suite struct SelfServiceBlockedProductTests {
  static let sample = """
    -- subscriptions.csv
    subscription_id,product_id,product_name,acquisition,purchased_on
    S-1,P-1,Visio,self-service,2026-01-11
    S-2,P-1,Visio,self-service,2026-01-10
    S-3,P-1,Visio,self-service,
    S-4,P-1,Visio,central,2026-01-11
    S-5,P-2,Project,self-service,2026-01-11
    S-6,P-3,Planner,self-service,2026-01-11
    S-7,P-4,Teams,self-service,2026-01-11
    -- self_service_policies.csv
    product_id,policy_id,value,changed_on
    P-1,AllowSelfServicePurchase,Disabled,2026-01-10
    P-2,AllowSelfServicePurchase,OnlyTrialsWithoutPaymentMethod,2026-01-10
    P-3,OtherPolicy,Disabled,2026-01-10
    P-4,,Disabled,
    """

  @Test func purchasesAfterTheChangeAreWarningsAndOthersNotes() throws {
    let checking = try Checking(Self.sample)
    let findings = checking.findings.filter { $0.rule == .selfServiceBlockedProduct }
    #expect(findings.map(\.severity) == [.warning, .note, .note, .note])
    let blocked = "was bought by self-service, which is disabled for it by now"
    #expect(
      checking.told(.selfServiceBlockedProduct).map(\.description) == [
        """
        subscriptions:2:purchased_on [self-service-blocked-product] subscription S-1: \
        Visio was bought by self-service on 2026-01-11, after that was disabled on 2026-01-10
        """,
        "subscriptions:3:purchased_on [self-service-blocked-product] subscription S-2: Visio \(blocked)",
        "subscriptions:4:purchased_on [self-service-blocked-product] subscription S-3: Visio \(blocked)",
        "subscriptions:8:purchased_on [self-service-blocked-product] subscription S-7: Teams \(blocked)",
      ])
  }

  @Test func aConfiguredSeverityHoldsForBoth() throws {
    var settings = RuleSettings()
    settings.severities = SeveritySettings([.selfServiceBlockedProduct: .violation])
    let findings = try Checking(Self.sample, settings: settings).findings
    #expect(
      findings.allSatisfy { $0.severity == .violation || $0.rule != .selfServiceBlockedProduct })
  }
}
