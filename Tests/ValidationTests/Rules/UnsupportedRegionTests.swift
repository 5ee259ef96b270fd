import Testing
import Validation

@Suite struct UnsupportedRegionTests {
  static let sample = """
    -- subscriptions.csv
    subscription_id,product_id,product_name,kind,region
    S-1,P-1,Ledger,saas-app,Atlantis
    S-2,P-1,Ledger,isv-app,united KINGDOM
    S-3,P-1,Ledger,isv-app,
    S-4,P-1,Ledger,microsoft,Atlantis
    S-5,P-1,Ledger,,Atlantis
    S-6,P-1,Ledger,isv-app,Sweden
    """

  @Test func thirdPartyAppsNeedAListedRegion() throws {
    let told = try Checking(Self.sample).told(.unsupportedRegion)
    #expect(told.map(\.place) == ["subscriptions:2:region", "subscriptions:7:region"])
    #expect(
      told.first?.message == "region `Atlantis` of Ledger is not among the supported regions")
  }

  @Test func theListIsConfigured() throws {
    var settings = RuleSettings()
    settings.regions = ["ATLANTIS", "Sweden"]
    let told = try Checking(Self.sample, settings: settings).told(.unsupportedRegion)
    #expect(told.map(\.subject) == ["subscription S-2"])
  }
}
