import BillingModel

/// The apps of other publishers than Microsoft, as the report of apps lists them.
public struct AppFigures: Hashable, Sendable {
  /// How many different products.
  public let apps: Int
  /// How many subscriptions of them.
  public let subscriptions: Int
  /// How many subscriptions have findings.
  public let withFindings: Int
  /// How many subscriptions have their licences assigned in the publisher's portal.
  public let inPublisherPortal: Int
  /// How many subscriptions have their licences assigned in the admin center.
  public let inAdminCenter: Int

  init(_ basis: ReportBasis) {
    let products = basis.data.subscriptions.productID
    var codes: Set<Int> = []
    var (count, found, vendorApps) = (0, 0, 0)
    for subscription in basis.subscriptions {
      guard let kind = basis.facts.kind(subscription: subscription.row), kind.isThirdParty else {
        continue
      }
      count += 1
      if let code = products.code(subscription.row) { codes.insert(code) }
      if !basis.findings.rules(ofSubscription: subscription.code).isEmpty { found += 1 }
      if kind == .isvApp { vendorApps += 1 }
    }
    apps = codes.count
    subscriptions = count
    withFindings = found
    inAdminCenter = vendorApps
    inPublisherPortal = count - vendorApps
  }
}
