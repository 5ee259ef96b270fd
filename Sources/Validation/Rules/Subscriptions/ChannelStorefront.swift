import BillingModel
public import Diagnostics

extension RuleID {
  /// A purchase channel that does not sell in the storefront given.
  public static let channelStorefront = RuleID("channel-storefront")
}

extension Rule {
  static let channelStorefront = Rule(
    .channelStorefront, .violation,
    title: "storefront that does not belong to the purchase channel",
    reason: """
      A direct purchase is made in Azure Marketplace or AppSource, a partner purchase in Partner \
      Center, and a proposal comes from Microsoft Sales. The channel says who changes the \
      subscription, so a wrong one sends people to the wrong place.
      """,
    source: "R1",
    messages: ["channel {channel} does not sell through {storefront}, but through {expected}"],
    help: "look up who sold the subscription, then correct channel or storefront in the export",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,channel,storefront
      S-1,P-1,direct,partner-center
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,channel,storefront
      S-1,P-1,direct,appsource
      S-2,P-1,partner,partner-center
      S-3,P-1,proposal,microsoft-sales
      """
  ) { context, findings in
    let table = context.data.subscriptions
    let (channels, storefronts) = (table.channel, table.storefront)
    for row in table.rows {
      guard let channel = channels[row], let storefront = storefronts[row],
        !channel.storefronts.contains(storefront)
      else { continue }
      let expected = channel.storefronts.map(\.rawValue).joined(separator: " or ")
      findings.add(
        .subscriptions, row, "storefront",
        facts: [
          ("channel", channel.rawValue), ("storefront", storefront.rawValue),
          ("expected", expected),
        ])
    }
  }
}

extension Channel {
  /// Where the channel sells.
  fileprivate var storefronts: [Storefront] {
    switch self {
    case .direct: [.azureMarketplace, .appSource]
    case .partner: [.partnerCenter]
    case .proposal: [.microsoftSales]
    }
  }
}
