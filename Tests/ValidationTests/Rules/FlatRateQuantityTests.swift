import Testing
import Validation

@Suite struct FlatRateQuantityTests {
  @Test func bothDirectionsAreTold() throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,product_name,pricing_model,quantity
      S-1,P-1,Ledger,flat-rate,25
      S-2,P-1,Ledger,per-license,Unlimited
      S-3,P-1,Ledger,flat-rate,
      S-4,P-1,Ledger,,25
      S-5,P-1,Ledger,,Unlimited
      S-6,P-1,,flat-rate,0
      """
    func told(_ line: Int, _ id: String, _ message: String) -> Told {
      Told(
        rule: "flat-rate-quantity", place: "subscriptions:\(line):quantity",
        subject: "subscription \(id)", message: message)
    }
    #expect(
      try Checking(sample).told(.flatRateQuantity) == [
        told(2, "S-1", "Ledger has a flat rate, but its quantity is 25 and not Unlimited"),
        told(
          3, "S-2", "Ledger is priced per licence, but its quantity is Unlimited and not a number"),
        told(7, "S-6", "S-6 has a flat rate, but its quantity is 0 and not Unlimited"),
      ])
  }

  @Test func theProductsTableDecidesThePricingModel() throws {
    let sample = """
      -- products.csv
      product_id,product_name,kind,pricing_model
      P-1,Ledger,isv-app,per-license
      P-2,Fleet,isv-app,
      -- subscriptions.csv
      subscription_id,product_id,pricing_model,quantity
      S-1,P-1,flat-rate,25
      S-2,P-2,flat-rate,25
      """
    #expect(try Checking(sample).told(.flatRateQuantity).isEmpty)
  }
}
