public import CalendarDates

/// What an earlier folder of exports said about each subscription.
public struct EarlierRun: Sendable {
  /// One subscription as it was.
  public struct Subscription: Hashable, Sendable {
    /// Its status; active when not given.
    public let status: SubscriptionStatus
    /// Its quantity; nil when not given.
    public let quantity: Quantity?
    /// True when more licences were assigned than bought.
    public let isOverAssigned: Bool

    /// Describes a subscription.
    public init(status: SubscriptionStatus, quantity: Quantity?, isOverAssigned: Bool) {
      self.status = status
      self.quantity = quantity
      self.isOverAssigned = isOverAssigned
    }
  }

  /// The day of which the exports tell; nil when it is not known.
  public let date: CalendarDate?
  private let subscriptions: [String: Subscription]

  /// Keeps what later runs compare with.
  public init(_ data: Dataset, licenses: LicenseCounts, date: CalendarDate?) {
    self.date = date
    let table = data.subscriptions
    let (ids, statuses, quantities) = (table.subscriptionID, table.status, table.quantity)
    let products = data.productFacts
    var subscriptions: [String: Subscription] = [:]
    for row in table.rows {
      guard let id = ids[row], let code = ids.code(row) else { continue }
      let status = statuses[row] ?? .active
      let hasEnded = status == .disabled || status == .deleted
      let bought =
        products.pricingModel(subscription: row) == .flatRate || hasEnded
        ? nil : quantities[row]?.number
      subscriptions[Self.key(id)] = Subscription(
        status: status, quantity: quantities[row],
        isOverAssigned: bought.map { licenses.assigned(toSubscription: code) > $0 } ?? false)
    }
    self.subscriptions = subscriptions
  }

  /// The subscription of that id as it was; nil when it was not there.
  public func subscription(_ id: String) -> Subscription? {
    subscriptions[Self.key(id)]
  }

  /// Ids that look like GUIDs are the same in upper and lower case.
  private static func key(_ id: String) -> String {
    TextDictionary.isGUID(Array(id.utf8).span) ? id.lowercased() : id
  }
}
