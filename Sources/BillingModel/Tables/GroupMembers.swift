/// The table `group_members`.
public enum GroupMembers: TableTag {
  /// Which table.
  public static let id = TableID.groupMembers
}

extension Table<GroupMembers> {
  /// The column `group_id`.
  public var groupID: TextColumn<PartyID> { text("group_id") }
  /// The column `user_principal_name`.
  public var userPrincipalName: TextColumn<PartyID> { text("user_principal_name") }
  /// The column `group_name`.
  public var groupName: TextColumn<FreeText> { text("group_name") }
}
