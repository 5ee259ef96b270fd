/// The table `billing_profiles`.
public enum BillingProfiles: TableTag {
  /// Which table.
  public static let id = TableID.billingProfiles
}

extension Table<BillingProfiles> {
  /// The column `billing_profile_id`.
  public var billingProfileID: TextColumn<BillingProfileID> { text("billing_profile_id") }
  /// The column `name`.
  public var name: TextColumn<FreeText> { text("name") }
  /// The column `status`.
  public var status: WordColumn<BillingProfileStatus> { word("status") }
  /// The column `currency`.
  public var currency: CurrencyColumn { currency("currency") }
  /// The column `payment_method`.
  public var paymentMethod: WordColumn<PaymentMethod> { word("payment_method") }
  /// The column `card_expires_on`.
  public var cardExpiresOn: DateColumn { date("card_expires_on") }
  /// The column `contact_name`.
  public var contactName: TextColumn<FreeText> { text("contact_name") }
  /// The column `contact_email`.
  public var contactEmail: TextColumn<FreeText> { text("contact_email") }
  /// The column `address`.
  public var address: TextColumn<FreeText> { text("address") }
  /// The column `city`.
  public var city: TextColumn<FreeText> { text("city") }
  /// The column `postal_code`.
  public var postalCode: TextColumn<FreeText> { text("postal_code") }
  /// The column `country`.
  public var country: TextColumn<FreeText> { text("country") }
  /// The column `po_number`.
  public var poNumber: TextColumn<FreeText> { text("po_number") }
}
