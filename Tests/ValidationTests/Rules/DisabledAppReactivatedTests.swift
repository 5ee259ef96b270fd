import Testing
import Validation

@Suite struct DisabledAppReactivatedTests {
  @Test func anEndInThePastAndActiveDoNotGoTogether() throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,product_name,kind,status,ended_on
      S-1,P-1,Ledger,saas-app,active,2026-01-30
      S-2,P-1,Ledger,saas-app,active,2026-01-31
      S-3,P-1,Ledger,saas-app,disabled,2026-01-30
      S-4,P-1,Ledger,microsoft,active,2026-01-30
      S-5,P-1,Ledger,isv-app,,2026-01-30
      """
    let told = try Checking(sample).told(.disabledAppReactivated)
    #expect(told.map(\.place) == ["subscriptions:2:ended_on", "subscriptions:6:ended_on"])
    #expect(told.first?.message == "Ledger is active, but it ended on 2026-01-30")
  }
}
