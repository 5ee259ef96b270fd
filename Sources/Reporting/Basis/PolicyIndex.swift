import BillingModel

/// The rows of the policy AllowSelfServicePurchase, by the code of the product's id.
struct PolicyIndex: Sendable {
  private var rowByProduct: [Int: Int] = [:]
  private let values: WordColumn<PolicyValue>

  /// Reads `self_service_policies`; a row without a policy id is of AllowSelfServicePurchase.
  init(_ data: Dataset) {
    let table = data.selfServicePolicies
    let (products, policies) = (table.productID, table.policyID)
    values = table.value
    for row in table.rows {
      let policy = policies[row] ?? "AllowSelfServicePurchase"
      guard policy == "AllowSelfServicePurchase", let product = products.code(row) else { continue }
      if rowByProduct[product] == nil { rowByProduct[product] = row }
    }
  }

  /// The codes of the products that have a row, in no order.
  var products: some Collection<Int> { rowByProduct.keys }

  /// The row of a product; nil when it has none.
  func row(ofProduct code: Int) -> Int? { rowByProduct[code] }

  /// The value of a product; nil when it has no row or the row no value.
  func value(ofProduct code: Int) -> PolicyValue? { rowByProduct[code].flatMap { values[$0] } }
}
