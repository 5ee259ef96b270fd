import BillingModel

/// What is known of each product, by the code of its id.
struct ProductCatalog: Sendable {
  /// One product's attributes.
  struct Entry: Sendable {
    let code: Int
    let id: String
    /// Its row in `products`.
    let row: Int?
    var name: String?
    var kind: ProductKind?
    var publisher: String?
    var pricingModel: PricingModel?
  }

  private var byCode: [Entry?]

  /// A product; nil when neither a product nor a subscription has the code.
  subscript(code: Int) -> Entry? { byCode[code] }

  /// All products, ordered by id.
  var all: [Entry] {
    let known = byCode.compactMap { $0 }
    return TextOrder.sorted(Array(known.indices)) { known[$0].id }.map { known[$0] }
  }

  /// Reads `products`, and for the others the columns of their subscriptions, first row first.
  init(_ data: Dataset) {
    byCode = Array(repeating: nil, count: data.codeCount(.product))
    readProducts(data)
    let (codes, facts) = (data.subscriptions.productID, data.productFacts)
    for row in data.subscriptions.rows {
      guard let code = codes.code(row) else { continue }
      var entry = byCode[code] ?? Entry(code: code, id: data.text(.product, code), row: nil)
      guard entry.row == nil else { continue }
      entry.name = entry.name ?? facts.name(subscription: row)
      entry.kind = entry.kind ?? facts.kind(subscription: row)
      entry.publisher = entry.publisher ?? facts.publisher(subscription: row)
      entry.pricingModel = entry.pricingModel ?? facts.pricingModel(subscription: row)
      byCode[code] = entry
    }
    for code in data.pools.values where byCode[code] == nil {
      byCode[code] = Entry(code: code, id: data.text(.product, code), row: nil)
    }
    readNames(data)
  }

  /// Names of the licensing list for products that no other file names.
  private mutating func readNames(_ data: Dataset) {
    let table = data.productNames
    let (ids, names) = (table.skuID, table.skuName)
    for row in table.rows {
      guard let id = ids[row], let code = data.code(.product, of: id), byCode[code]?.name == nil
      else { continue }
      byCode[code]?.name = names[row]
    }
  }

  private mutating func readProducts(_ data: Dataset) {
    let table = data.products
    let (codes, names, kinds) = (table.productID, table.productName, table.kind)
    let (publishers, models) = (table.publisher, table.pricingModel)
    for row in table.rows {
      guard let code = codes.code(row) else { continue }
      byCode[code] = Entry(
        code: code, id: data.text(.product, code), row: row, name: names[row], kind: kinds[row],
        publisher: publishers[row], pricingModel: models[row])
    }
  }
}
