/// Licences of which only the product is known, by product.
extension NaiveTenant {
  /// The pool of a product, as a subscription that nobody lists.
  func pool(_ product: String) -> NaiveSubscription? {
    unknownSubscriptions.first { $0.row["pool"] != nil && $0.product == product }
  }

  var pools: [NaiveSubscription] { unknownSubscriptions.filter { $0.row["pool"] != nil } }

  func inUse(_ product: String) -> [NaiveSubscription] {
    subscriptions.filter { $0.isInUse && $0.product == product }
  }

  /// The one currency of a product's subscriptions; nil of several or none.
  func poolCurrency(_ product: String) -> String? {
    hasOneCurrency(product) ? inUse(product).first?.currency : nil
  }

  func hasOneCurrency(_ product: String) -> Bool {
    Set(inUse(product).map { $0.currency ?? "" }).count <= 1
  }

  /// What a month of one licence costs when all subscriptions of the product agree.
  func poolPrice(_ product: String) -> Share? {
    let prices = inUse(product).map { subscription -> Share? in
      if subscription.isFlatRate { return .zero }
      return subscription.isUnlimited ? nil : subscription.monthlyPrice
    }
    return Set(prices).count == 1 ? prices[0] : nil
  }

  /// The cells of license-usage with the licences of the product's pool.
  func withPool(_ pool: NaiveSubscription, _ group: [NaiveSubscription], _ cells: [String: String])
    -> [String: String]
  {
    var cells = cells
    var people = Set(pool.holders.keys)
    for subscription in group { people.formUnion(subscription.holders.keys) }
    cells["users"] = "\(people.count)"
    let gone = pool.holders.keys.count { isGone($0) }
    cells["reclaimable"] = "\((Int(cells["reclaimable"] ?? "") ?? 0) + gone)"
    let isSingle = hasOneCurrency(pool.product)
    let assigned = group.map(\.assigned).reduce(0, +) + pool.assigned
    cells["assigned"] = isSingle ? "\(assigned)" : "null"
    let bought = Int(cells["purchased"] ?? "")
    let isUnlimited = cells["purchased"] == "Unlimited"
    let spare = bought.map { max(0, $0 - assigned) }
    cells["available"] = isSingle ? spare.map { "\($0)" } ?? "null" : "null"
    cells["over_assigned"] =
      isUnlimited ? "0" : isSingle ? bought.map { "\(max(0, assigned - $0))" } ?? "null" : "null"
    cells["utilization"] = isSingle ? bought.map { Self.ratio(assigned, $0) } ?? "null" : "null"
    let price = poolPrice(pool.product)
    let unused = isSingle ? spare.flatMap { count in price.map { $0 * count } } : nil
    cells["unused_monthly_cost"] = unused?.text(in: group.first?.currency) ?? "null"
    return cells
  }

  /// The rows of license-usage of products without a subscription in use.
  var poolsAlone: [(group: [NaiveSubscription], cells: [String: String])] {
    pools.filter { inUse($0.product).isEmpty && $0.assigned > 0 }.map { pool in
      let facts = products[pool.product] ?? subscriptions.first { $0.product == pool.product }?.row
      var cells = ["product_id": pool.productID, "product_name": pool.productName ?? "null"]
      cells["kind"] = facts?["kind"]?.lowercased() ?? "null"
      cells["pricing_model"] = facts?["pricing_model"]?.lowercased() ?? "null"
      cells["subscriptions"] = "0"
      cells["currency"] = "null"
      for name in ["purchased", "monthly_cost", "monthly_cost_known"] { cells[name] = "null" }
      cells["unpriced"] = "0"
      return ([pool], withPool(pool, [], cells))
    }
  }
}
