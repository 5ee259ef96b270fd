import Testing
import Validation

@Suite struct SelfServicePaymentTests {
  @Test func onlyCreditCardsPayForSelfService() throws {
    let sample = """
      -- billing_profiles.csv
      billing_profile_id,name,payment_method
      BP-1,Wire,wire-transfer
      BP-2,Check,check
      BP-3,Card,credit-card
      BP-4,None,
      -- subscriptions.csv
      subscription_id,product_id,product_name,acquisition,billing_profile_id
      S-1,P-1,Visio,self-service,BP-1
      S-2,P-1,Visio,self-service,BP-2
      S-3,P-1,Visio,self-service,BP-3
      S-4,P-1,Visio,self-service,BP-4
      S-5,P-1,Visio,self-service,
      S-6,P-1,Visio,self-service,BP-9
      S-7,P-1,Visio,central,BP-1
      """
    let told = try Checking(sample).told(.selfServicePayment)
    #expect(told.map(\.place) == [2, 3].map { "subscriptions:\($0):billing_profile_id" })
    #expect(
      told.first?.message == "Visio was bought by self-service, but Wire pays by wire-transfer")
  }
}
