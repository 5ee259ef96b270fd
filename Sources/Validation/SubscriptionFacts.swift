import BillingModel

/// What rules ask about a subscription, by its row, with the defaults of absent values.
struct SubscriptionFacts: Sendable {
  private let ids: TextColumn<SubscriptionID>
  private let statuses: WordColumn<SubscriptionStatus>
  private let acquisitions: WordColumn<Acquisition>
  private let productIDs: TextColumn<ProductID>
  private let products: ProductFacts

  init(_ data: Dataset) {
    ids = data.subscriptions.subscriptionID
    statuses = data.subscriptions.status
    productIDs = data.subscriptions.productID
    acquisitions = data.subscriptions.acquisition
    products = data.productFacts
  }

  /// The id.
  func id(_ row: Int) -> String { ids[row] ?? "" }
  /// The status; active when not given.
  func status(_ row: Int) -> SubscriptionStatus { statuses[row] ?? .active }
  /// True when it was bought by a user.
  func isSelfService(_ row: Int) -> Bool { acquisitions[row] == .selfService }
  /// The kind of its product.
  func kind(_ row: Int) -> ProductKind? { products.kind(subscription: row) }
  /// True when its product is known to be a third-party app.
  func isThirdParty(_ row: Int) -> Bool { kind(row)?.isThirdParty ?? false }
  /// How its product is priced.
  func pricingModel(_ row: Int) -> PricingModel? { products.pricingModel(subscription: row) }
  /// The id and the name of its product, as far as they are known.
  func productNames(_ row: Int) -> [String] {
    [productIDs[row], products.name(subscription: row)].compactMap { $0 }
  }
  /// The name of its product, or the subscription's id where it has none.
  func name(_ row: Int) -> String { products.name(subscription: row) ?? id(row) }
}
