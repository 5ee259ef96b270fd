import Testing
import Validation

@Suite struct SelfServiceWithoutPurchaserTests {
  @Test func aPurchaseNamesItsPurchaser() throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,product_name,acquisition,purchaser_name,purchaser_email
      S-1,P-1,Visio,self-service,,
      S-2,P-1,Visio,self-service,,ana@x.example
      S-3,P-1,Visio,self-service,Ana,
      S-4,P-1,Visio,central,,
      S-5,P-1,Visio,,,
      """
    func told(_ line: Int, _ message: String) -> Told {
      Told(
        rule: "self-service-without-purchaser", place: "subscriptions:\(line):purchaser_name",
        subject: "subscription S-\(line - 1)", message: message)
    }
    #expect(
      try Checking(sample).told(.selfServiceWithoutPurchaser) == [
        told(2, "Visio was bought by self-service, but nobody is named as its purchaser"),
        told(
          3, "Visio was bought by self-service by ana@x.example, but the purchaser has no name"),
      ])
  }

  @Test func aFileWithoutTheColumnSaysNothing() throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,acquisition
      S-1,P-1,self-service
      """
    #expect(try Checking(sample).findings.isEmpty)
  }
}
