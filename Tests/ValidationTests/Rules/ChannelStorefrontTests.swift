import Testing
import Validation

@Suite struct ChannelStorefrontTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let channel: String
    let storefront: String
    let fits: Bool
    var testDescription: String { "\(channel) in \(storefront)" }
  }

  static let fitting = [
    "direct": ["azure-marketplace", "appsource", ""], "partner": ["partner-center", ""],
    "proposal": ["microsoft-sales", ""], "": ["azure-marketplace", "appsource", "partner-center"],
  ]
  static let pairs = ["direct", "partner", "proposal", ""].flatMap { channel in
    ["azure-marketplace", "appsource", "partner-center", "microsoft-sales", ""].map { storefront in
      Pair(
        channel: channel, storefront: storefront,
        fits: channel.isEmpty || fitting[channel, default: []].contains(storefront))
    }
  }

  @Test(arguments: pairs)
  func eachChannelHasItsStorefronts(_ pair: Pair) throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,channel,storefront
      S-1,P-1,\(pair.channel),\(pair.storefront)
      """
    #expect(try Checking(sample).findings.isEmpty == pair.fits)
  }

  @Test func bothSidesAreTold() throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,channel,storefront
      S-1,P-1,direct,microsoft-sales
      """
    #expect(
      try Checking(sample).told(.channelStorefront) == [
        Told(
          rule: "channel-storefront", place: "subscriptions:2:storefront",
          subject: "subscription S-1",
          message: """
            channel direct does not sell through microsoft-sales, but through azure-marketplace \
            or appsource
            """)
      ])
  }
}
