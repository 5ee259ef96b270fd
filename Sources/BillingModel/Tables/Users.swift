/// The table `users`.
public enum Users: TableTag {
  /// Which table.
  public static let id = TableID.users
}

extension Table<Users> {
  /// The column `user_principal_name`.
  public var userPrincipalName: TextColumn<PartyID> { text("user_principal_name") }
  /// The column `display_name`.
  public var displayName: TextColumn<FreeText> { text("display_name") }
  /// The column `department`.
  public var department: TextColumn<FreeText> { text("department") }
  /// The column `country`.
  public var country: TextColumn<FreeText> { text("country") }
  /// The column `account_enabled`.
  public var accountEnabled: FlagColumn { flag("account_enabled") }
  /// The column `created_on`.
  public var createdOn: DateColumn { date("created_on") }
  /// The column `last_sign_in_on`.
  public var lastSignInOn: DateColumn { date("last_sign_in_on") }
}
