/// What is known of the product of a subscription: from `products` when it has the product, else
/// from the subscription's own columns.
///
/// A class because pages refer to it, and none is to copy it.
public final class ProductFacts: Sendable {
  private let products: Table<Products>
  private let subscriptions: Table<Subscriptions>
  private let rows: [UInt32]
  private let names: (TextColumn<FreeText>, TextColumn<FreeText>)
  private let publishers: (TextColumn<FreeText>, TextColumn<FreeText>)
  private let kinds: (WordColumn<ProductKind>, WordColumn<ProductKind>)
  private let models: (WordColumn<PricingModel>, WordColumn<PricingModel>)
  private let keys: TextColumn<ProductID>

  init(_ data: Dataset) {
    products = data.products
    subscriptions = data.subscriptions
    rows = data.rowsByKey.product
    names = (products.productName, subscriptions.productName)
    publishers = (products.publisher, subscriptions.publisher)
    kinds = (products.kind, subscriptions.kind)
    models = (products.pricingModel, subscriptions.pricingModel)
    keys = subscriptions.productID
  }

  /// The product's name.
  public func name(subscription row: Int) -> String? {
    productRow(row).map { names.0[$0] } ?? names.1[row]
  }

  /// The product's publisher.
  public func publisher(subscription row: Int) -> String? {
    productRow(row).map { publishers.0[$0] } ?? publishers.1[row]
  }

  /// What sort of product it is.
  public func kind(subscription row: Int) -> ProductKind? {
    productRow(row).map { kinds.0[$0] } ?? kinds.1[row]
  }

  /// How the product is priced.
  public func pricingModel(subscription row: Int) -> PricingModel? {
    productRow(row).map { models.0[$0] } ?? models.1[row]
  }

  private func productRow(_ subscription: Int) -> Int? {
    guard let code = keys.code(subscription), rows[code] != RowsByKey.none else { return nil }
    return Int(rows[code])
  }
}

extension Dataset {
  /// What is known of the products of subscriptions. Makes column views: keep it, do not make it for each row.
  public var productFacts: ProductFacts { ProductFacts(self) }
}
