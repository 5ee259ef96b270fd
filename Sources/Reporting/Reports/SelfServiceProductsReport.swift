import BillingModel
import ExactNumbers

/// One product that users bought themselves, in one currency.
struct SelfServiceProductLine: Sendable {
  let product: ProductCatalog.Entry?
  let currency: Currency?
  let purchases: [SubscriptionFigures]
  let policy: PolicyValue?
  let buyers: Int
  var quantityBought = QuantitySum()
  var assigned = CountSum()
  var purchasePrice = ExactSum()

  init(_ purchases: [SubscriptionFigures], _ basis: ReportBasis, _ buyers: BuyerIndex) {
    self.purchases = purchases
    product = purchases.first.flatMap { basis.products[$0.product] }
    currency = purchases.first?.currency
    policy = purchases.first.flatMap { basis.policies.value(ofProduct: $0.product) }
    self.buyers = Set(purchases.compactMap { buyers.buyer(ofSubscription: $0.row) }).count
    for purchase in purchases {
      quantityBought.add(purchase.quantity)
      assigned.add(purchase.assignedCount)
      purchasePrice.add(purchase.purchasePrice)
    }
  }
}

extension ReportBasis {
  func selfServiceProducts() -> Report {
    let groups = Dictionary(grouping: subscriptions.filter(\.isSelfService)) {
      ProductAndCurrency(product: $0.product, currency: $0.currency)
    }
    let buyers = BuyerIndex(data)
    let lines = groups.values.map { SelfServiceProductLine($0, self, buyers) }.sorted {
      ProductOrder.isBefore(($0.product, $0.currency), ($1.product, $1.currency))
    }
    return Report(
      .selfServiceProducts, asOf: asOf, lines: lines, columns: Self.selfServiceProductColumns,
      totals: .currency { $0.currency }, sources: .all { [self] in sources(of: $0.purchases) })
  }

  private static let selfServiceProductColumns: [LineColumn<SelfServiceProductLine>] = [
    .plain("product_id", .id) { .id($0.product?.id) },
    .plain("product_name", .text) { .text($0.product?.name) },
    .summed("purchases", .count) { .count($0.purchases.count) },
    .plain("buyers", .count) { .count($0.buyers) },
    .summed("quantity_bought", .quantity) { .quantity($0.quantityBought.quantity) },
    .summed("assigned", .count) { .count($0.assigned.count) },
    .plain("policy", .word) { .word($0.policy) },
    .plain("currency", .currency) { .currency($0.currency) },
    .summed("purchase_price", .money) { .money($0.purchasePrice.amount, $0.currency) },
  ]
}
