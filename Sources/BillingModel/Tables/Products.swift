/// The table `products`.
public enum Products: TableTag {
  /// Which table.
  public static let id = TableID.products
}

extension Table<Products> {
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
}
