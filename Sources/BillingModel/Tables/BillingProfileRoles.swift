/// The table `billing_profile_roles`.
public enum BillingProfileRoles: TableTag {
  /// Which table.
  public static let id = TableID.billingProfileRoles
}

extension Table<BillingProfileRoles> {
  /// The column `billing_profile_id`.
  public var billingProfileID: TextColumn<BillingProfileID> { text("billing_profile_id") }
  /// The column `user_principal_name`.
  public var userPrincipalName: TextColumn<PartyID> { text("user_principal_name") }
  /// The column `role`.
  public var role: WordColumn<BillingProfileRole> { word("role") }
}
