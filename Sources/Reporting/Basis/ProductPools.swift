import BillingModel
import ExactNumbers

/// The licences of a product of which only the product is known: there is not exactly one subscription.
struct ProductPool: Sendable {
  /// The code of the product's id.
  let product: Int
  /// The code of the pool among those of subscriptions.
  let code: Int
  /// How many distinct assignees it has.
  let assigned: Int
  /// The subscriptions of the product that are in use.
  let subscriptions: [SubscriptionFigures]

  /// True when the figures of the product are those of one currency.
  var hasOneCurrency: Bool { Set(subscriptions.map(\.currency)).count <= 1 }

  /// The currency of all subscriptions; nil when there are several or none.
  var currency: Currency? { hasOneCurrency ? subscriptions.first?.currency : nil }

  /// What a month of one licence costs, when it is the same in all subscriptions.
  var monthlyCostPerLicense: ExactAmount? {
    let costs = Set(subscriptions.map(\.monthlyCostPerLicense))
    return costs.count == 1 ? costs.first ?? nil : nil
  }
}

/// The pools of a run.
struct ProductPools: Sendable {
  private let byCode: [Int: ProductPool]
  private let byProduct: [Int: ProductPool]

  init(_ data: Dataset, _ licenses: Licenses, _ subscriptions: [SubscriptionFigures]) {
    let used = Dictionary(grouping: subscriptions.filter(\.isInUse), by: \.product)
    let pools = data.pools.compactMap { code, product -> ProductPool? in
      let assigned = licenses.assigned(toSubscription: code)
      guard assigned > 0 else { return nil }
      return ProductPool(
        product: product, code: code, assigned: assigned, subscriptions: used[product] ?? [])
    }
    byCode = Dictionary(uniqueKeysWithValues: pools.map { ($0.code, $0) })
    byProduct = Dictionary(uniqueKeysWithValues: pools.map { ($0.product, $0) })
  }

  /// The pools in no order.
  var all: some Collection<ProductPool> { byCode.values }

  /// The pool of a product; nil when it has none.
  func pool(ofProduct product: Int) -> ProductPool? { byProduct[product] }

  /// The pool of that code.
  subscript(code: Int) -> ProductPool? { byCode[code] }
}
