import Testing
import Validation

@Suite struct MissingBillingProfileTests {
  @Test func activeAndPendingThirdPartyAppsNeedOne() throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,product_name,kind,status,billing_profile_id
      S-1,P-1,Ledger,saas-app,active,
      S-2,P-1,Ledger,isv-app,pending,
      S-3,P-1,Ledger,isv-app,,
      S-4,P-1,Ledger,isv-app,expired,
      S-5,P-1,Ledger,isv-app,disabled,
      S-6,P-1,Ledger,isv-app,deleted,
      S-7,P-1,Ledger,microsoft,active,
      S-8,P-1,Ledger,isv-app,active,BP-1
      """
    let told = try Checking(sample).told(.missingBillingProfile)
    #expect(told.map(\.subject) == (1...3).map { "subscription S-\($0)" })
    #expect(told.map(\.place) == (2...4).map { "subscriptions:\($0):billing_profile_id" })
    #expect(
      told.map(\.message) == [
        "Ledger is active and has no billing profile",
        "Ledger is pending and has no billing profile",
        "Ledger is active and has no billing profile",
      ])
  }

  @Test func aFileWithoutTheColumnSaysNothing() throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,kind,status
      S-1,P-1,saas-app,active
      """
    #expect(try Checking(sample).findings.isEmpty)
  }
}
