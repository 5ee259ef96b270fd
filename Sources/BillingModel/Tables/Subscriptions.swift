/// The table `subscriptions`.
public enum Subscriptions: TableTag {
  /// Which table.
  public static let id = TableID.subscriptions
}

extension Table<Subscriptions> {
  /// The column `subscription_id`.
  public var subscriptionID: TextColumn<SubscriptionID> { text("subscription_id") }
  /// The column `product_id`.
  public var productID: TextColumn<ProductID> { text("product_id") }
  /// The column `product_name`.
  public var productName: TextColumn<FreeText> { text("product_name") }
  /// The column `kind`.
  public var kind: WordColumn<ProductKind> { word("kind") }
  /// The column `publisher`.
  public var publisher: TextColumn<FreeText> { text("publisher") }
  /// The column `pricing_model`.
  public var pricingModel: WordColumn<PricingModel> { word("pricing_model") }
  /// The column `channel`.
  public var channel: WordColumn<Channel> { word("channel") }
  /// The column `storefront`.
  public var storefront: WordColumn<Storefront> { word("storefront") }
  /// The column `acquisition`.
  public var acquisition: WordColumn<Acquisition> { word("acquisition") }
  /// The column `purchaser_name`.
  public var purchaserName: TextColumn<FreeText> { text("purchaser_name") }
  /// The column `purchaser_email`.
  public var purchaserEmail: TextColumn<FreeText> { text("purchaser_email") }
  /// The column `quantity`.
  public var quantity: QuantityColumn { quantity("quantity") }
  /// The column `unit_price`.
  public var unitPrice: AmountColumn { amount("unit_price") }
  /// The column `currency`.
  public var currency: CurrencyColumn { currency("currency") }
  /// The column `billing_frequency`.
  public var billingFrequency: WordColumn<BillingFrequency> { word("billing_frequency") }
  /// The column `region`.
  public var region: TextColumn<FreeText> { text("region") }
  /// The column `cloud`.
  public var cloud: WordColumn<Cloud> { word("cloud") }
  /// The column `billing_profile_id`.
  public var billingProfileID: TextColumn<BillingProfileID> { text("billing_profile_id") }
  /// The column `status`.
  public var status: WordColumn<SubscriptionStatus> { word("status") }
  /// The column `purchased_on`.
  public var purchasedOn: DateColumn { date("purchased_on") }
  /// The column `activated_on`.
  public var activatedOn: DateColumn { date("activated_on") }
  /// The column `expires_on`.
  public var expiresOn: DateColumn { date("expires_on") }
  /// The column `ended_on`.
  public var endedOn: DateColumn { date("ended_on") }
  /// The column `end_reason`.
  public var endReason: WordColumn<EndReason> { word("end_reason") }
  /// The column `auto_renew`.
  public var autoRenew: FlagColumn { flag("auto_renew") }
  /// The column `replaces_subscription_id`.
  public var replacesSubscriptionID: TextColumn<SubscriptionID> { text("replaces_subscription_id") }
}
