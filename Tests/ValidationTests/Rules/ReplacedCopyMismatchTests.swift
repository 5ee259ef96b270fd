import Testing
import Validation

@Suite struct ReplacedCopyMismatchTests {
  @Test func aCopyReplacesADisabledSubscriptionOfTheSameProduct() throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,product_name,status,replaces_subscription_id
      S-1,P-1,Ledger,disabled,
      S-2,P-1,Ledger,active,
      S-3,P-1,Ledger,active,S-1
      S-4,P-1,Ledger,active,S-2
      S-5,P-2,Fleet,active,S-1
      S-6,P-2,Fleet,active,S-9
      S-7,P-2,Fleet,active,S-2
      """
    let told = try Checking(sample).told(.replacedCopyMismatch)
    #expect(
      told.map(\.place) == [5, 6, 8].map { "subscriptions:\($0):replaces_subscription_id" })
    #expect(
      told.map(\.message) == [
        "Ledger replaces S-2, which is active and not disabled",
        "Fleet replaces S-1, which is a subscription of Ledger",
        "Fleet replaces S-2, which is active and not disabled",
      ])
  }
}
