/// The row of each key, by code.
struct RowsByKey: Sendable {
  static let none: UInt32 = .max
  let product: [UInt32]
  let subscription: [UInt32]
  let user: [UInt32]
  let profile: [UInt32]
  let invoice: [UInt32]

  init(
    products: Table<Products>, subscriptions: Table<Subscriptions>, users: Table<Users>,
    profiles: Table<BillingProfiles>, invoices: Table<Invoices>, domains: [FinishedTexts]
  ) {
    func count(_ domain: Domain) -> Int { domains[domain.rawValue].count }
    product = Self.rows(products.productID, products.rows, count(.product))
    subscription = Self.rows(
      subscriptions.subscriptionID, subscriptions.rows, count(.subscription))
    user = Self.rows(users.userPrincipalName, users.rows, count(.party))
    profile = Self.rows(profiles.billingProfileID, profiles.rows, count(.billingProfile))
    invoice = Self.rows(invoices.invoiceID, invoices.rows, count(.invoice))
  }

  private static func rows<D>(_ keys: TextColumn<D>, _ rows: RowSet, _ count: Int) -> [UInt32] {
    var result = Array(repeating: none, count: count)
    for row in rows {
      if let code = keys.code(row) { result[code] = UInt32(row) }
    }
    return result
  }
}

extension Dataset {
  /// The row of a product by its code.
  public func productRow(_ code: Int) -> Int? { Self.row(rowsByKey.product[code]) }
  /// The row of a subscription by its code.
  public func subscriptionRow(_ code: Int) -> Int? { Self.row(rowsByKey.subscription[code]) }
  /// The row of a user by the code of the user principal name.
  public func userRow(_ code: Int) -> Int? { Self.row(rowsByKey.user[code]) }
  /// The row of a billing profile by its code.
  public func billingProfileRow(_ code: Int) -> Int? { Self.row(rowsByKey.profile[code]) }
  /// The row of an invoice by its code.
  public func invoiceRow(_ code: Int) -> Int? { Self.row(rowsByKey.invoice[code]) }

  private static func row(_ stored: UInt32) -> Int? {
    stored == RowsByKey.none ? nil : Int(stored)
  }
}
