/// The table `license_assignments`.
public enum LicenseAssignments: TableTag {
  /// Which table.
  public static let id = TableID.licenseAssignments
}

extension Table<LicenseAssignments> {
  /// The column `subscription_id`.
  public var subscriptionID: TextColumn<SubscriptionID> { text("subscription_id") }
  /// The column `product_id`.
  public var productID: TextColumn<ProductID> { text("product_id") }
  /// The column `assignee_id`.
  public var assigneeID: TextColumn<PartyID> { text("assignee_id") }
  /// The column `assignee_kind`.
  public var assigneeKind: WordColumn<AssigneeKind> { word("assignee_kind") }
  /// The column `display_name`.
  public var displayName: TextColumn<FreeText> { text("display_name") }
  /// The column `department`.
  public var department: TextColumn<FreeText> { text("department") }
  /// The column `country`.
  public var country: TextColumn<FreeText> { text("country") }
  /// The column `assigned_on`.
  public var assignedOn: DateColumn { date("assigned_on") }
  /// The column `assigned_by`.
  public var assignedBy: TextColumn<FreeText> { text("assigned_by") }
  /// The column `assigned_by_role`.
  public var assignedByRole: WordColumn<AssignerRole> { word("assigned_by_role") }
  /// The column `via_group`.
  public var viaGroup: TextColumn<PartyID> { text("via_group") }
}
