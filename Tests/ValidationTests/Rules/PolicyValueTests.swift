import Testing
import Validation

@Suite struct PolicyValueTests {
  @Test func thirdPartyProductsHaveNoTrialsOnly() throws {
    let sample = """
      -- products.csv
      product_id,product_name,kind
      P-1,Ledger,isv-app
      P-2,Power BI,microsoft
      -- subscriptions.csv
      subscription_id,product_id,kind
      S-1,P-3,saas-app
      S-2,P-2,saas-app
      -- self_service_policies.csv
      product_id,product_name,value
      P-1,Ledger,OnlyTrialsWithoutPaymentMethod
      P-2,Power BI,OnlyTrialsWithoutPaymentMethod
      P-3,,OnlyTrialsWithoutPaymentMethod
      P-4,Unknown,OnlyTrialsWithoutPaymentMethod
      """
    let told = try Checking(sample).told(.policyValue)
    #expect(told.map(\.place) == [2, 4].map { "self_service_policies:\($0):value" })
    #expect(
      told.map(\.message)
        == ["Ledger", "P-3"].map {
          "\($0) is a third-party product: OnlyTrialsWithoutPaymentMethod does not exist for it"
        })
  }
}
