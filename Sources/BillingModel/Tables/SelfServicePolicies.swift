/// The table `self_service_policies`.
public enum SelfServicePolicies: TableTag {
  /// Which table.
  public static let id = TableID.selfServicePolicies
}

extension Table<SelfServicePolicies> {
  /// The column `product_id`.
  public var productID: TextColumn<ProductID> { text("product_id") }
  /// The column `product_name`.
  public var productName: TextColumn<FreeText> { text("product_name") }
  /// The column `policy_id`.
  public var policyID: TextColumn<FreeText> { text("policy_id") }
  /// The column `value`.
  public var value: WordColumn<PolicyValue> { word("value") }
  /// The column `changed_on`.
  public var changedOn: DateColumn { date("changed_on") }
}
