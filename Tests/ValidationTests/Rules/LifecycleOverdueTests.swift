import BillingModel
import Diagnostics
import Testing
import Validation

@Suite struct LifecycleOverdueTests {
  static let sample = """
    -- subscriptions.csv
    subscription_id,product_id,product_name,status,expires_on,ended_on
    S-1,P-1,Teams,expired,2026-01-01,
    S-2,P-1,Teams,expired,2025-12-31,
    S-3,P-1,Teams,disabled,2025-01-01,2025-11-02
    S-4,P-1,Teams,disabled,2025-01-01,2025-11-03
    S-5,P-1,Teams,disabled,2025-10-03,
    S-6,P-1,Teams,disabled,2025-10-04,
    S-7,P-1,Teams,disabled,,
    S-8,P-1,Teams,deleted,2020-01-01,2020-01-01
    S-9,P-1,Teams,active,2020-01-01,
    """

  @Test func theDaysOfEachStatusAreCounted() throws {
    func told(_ line: Int, _ field: String, _ message: String) -> Told {
      Told(
        rule: "lifecycle-overdue", place: "subscriptions:\(line):\(field)",
        subject: "subscription S-\(line - 1)", message: "Teams has been " + message)
    }
    #expect(
      try Checking(Self.sample).told(.lifecycleOverdue) == [
        told(
          3, "expires_on",
          "expired since 2025-12-31 and should be disabled by now (days so far: 31, limit: 30)")
      ])
  }

  @Test func someProductsHaveTheirOwnThresholds() throws {
    var settings = RuleSettings()
    for threshold in Rules.thresholds where threshold.name == "expired_days" {
      settings.products = [
        ProductThresholds(product: "Excel*", thresholds: [threshold: 10]),
        ProductThresholds(product: "TEA*", thresholds: [threshold: 31]),
      ]
    }
    #expect(try Checking(Self.sample, settings: settings).told(.lifecycleOverdue) == [])
    #expect(try Checking(Self.sample).told(.lifecycleOverdue).count == 1)
  }

  @Test func thresholdsAreConfigured() throws {
    var settings = RuleSettings()
    for threshold in Rules.thresholds {
      switch threshold.name {
      case "expired_days": settings.thresholds[threshold] = 31
      case "disabled_days": settings.thresholds[threshold] = 88
      default: continue
      }
    }
    let told = try Checking(Self.sample, settings: settings).told(.lifecycleOverdue)
    #expect(
      told.map(\.place) == [
        "subscriptions:4:ended_on", "subscriptions:5:ended_on", "subscriptions:6:ended_on",
      ])
    #expect(
      told.first?.message
        == """
        Teams has been disabled since 2025-11-02 and should be deleted by now (days so far: 90, \
        limit: 88)
        """)
  }
}
