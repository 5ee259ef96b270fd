/// The table `charges`.
public enum Charges: TableTag {
  /// Which table.
  public static let id = TableID.charges
}

extension Table<Charges> {
  /// The column `provider`.
  public var provider: TextColumn<FreeText> { text("provider") }
  /// The column `billing_account_id`.
  public var billingAccountID: TextColumn<FreeText> { text("billing_account_id") }
  /// The column `billing_profile_id`.
  public var billingProfileID: TextColumn<BillingProfileID> { text("billing_profile_id") }
  /// The column `subscription_id`.
  public var subscriptionID: TextColumn<SubscriptionID> { text("subscription_id") }
  /// The column `product_id`.
  public var productID: TextColumn<ProductID> { text("product_id") }
  /// The column `product_name`.
  public var productName: TextColumn<FreeText> { text("product_name") }
  /// The column `charge_type`.
  public var chargeType: TextColumn<FreeText> { text("charge_type") }
  /// The column `service_start`.
  public var serviceStart: DateColumn { date("service_start") }
  /// The column `service_end`.
  public var serviceEnd: DateColumn { date("service_end") }
  /// The column `quantity`.
  public var quantity: AmountColumn { amount("quantity") }
  /// The column `unit_price`.
  public var unitPrice: AmountColumn { amount("unit_price") }
  /// The column `rounding`.
  public var rounding: WordColumn<LineRounding> { word("rounding") }
  /// The column `charges`.
  public var charges: AmountColumn { amount("charges") }
  /// The column `azure_credit`.
  public var azureCredit: AmountColumn { amount("azure_credit") }
  /// The column `tax`.
  public var tax: AmountColumn { amount("tax") }
  /// The column `total`.
  public var total: AmountColumn { amount("total") }
  /// The column `currency`.
  public var currency: CurrencyColumn { currency("currency") }
}
