/// The table `product_names`: names of licensed products and their service plans by id.
public enum ProductNames: TableTag {
  /// Which table.
  public static let id = TableID.productNames
}

extension Table<ProductNames> {
  /// The column `sku_id`.
  public var skuID: TextColumn<FreeText> { text("sku_id") }
  /// The column `sku_part_number`.
  public var skuPartNumber: TextColumn<FreeText> { text("sku_part_number") }
  /// The column `sku_name`.
  public var skuName: TextColumn<FreeText> { text("sku_name") }
}
