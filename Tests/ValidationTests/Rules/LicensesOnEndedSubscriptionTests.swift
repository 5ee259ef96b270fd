import Testing
import Validation

@Suite struct LicensesOnEndedSubscriptionTests {
  @Test func eachLicenceRowOfDisabledAndDeletedSubscriptionsIsTold() throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,product_name,status
      S-1,P-1,Teams,disabled
      S-2,P-1,Teams,deleted
      S-3,P-1,Teams,expired
      S-4,P-1,Teams,
      S-5,P-1,Teams,pending
      -- license_assignments.csv
      subscription_id,assignee_id
      S-1,ana1@x.example
      S-2,ana2@x.example
      S-2,group-1
      S-3,ana3@x.example
      S-4,ana4@x.example
      S-5,ana5@x.example
      """
    let told = try Checking(sample).told(.licensesOnEndedSubscription)
    #expect(
      told.map(\.place) == (2...4).map { "license_assignments:\($0):subscription_id" })
    #expect(
      told.map(\.subject)
        == ["S-1/ana1@x.example", "S-2/ana2@x.example", "S-2/group-1"].map { "license " + $0 })
    #expect(told.first?.message == "ana1@x.example has a licence of Teams, which is disabled")
  }
}
