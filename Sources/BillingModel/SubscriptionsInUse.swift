import Diagnostics

/// The subscriptions in use of each product.
struct SubscriptionsInUse {
  /// Their codes, by the product's code, in the order of their ids.
  let byProduct: [[Int]]
  private let subscriptions: Int

  init(_ data: Dataset) {
    let table = data.subscriptions
    let (keys, products, status) = (table.subscriptionID, table.productID, table.status)
    var byProduct: [[Int]] = Array(repeating: [], count: data.codeCount(.product))
    for row in table.rows where (status[row] ?? .active).isInUse {
      guard let key = keys.code(row), let product = products.code(row) else { continue }
      byProduct[product].append(key)
    }
    self.byProduct = byProduct.map { codes in
      guard codes.count > 1 else { return codes }
      return codes.map { (code: $0, id: data.text(.subscription, $0)) }
        .sorted { $0.id.isBefore($1.id) }.map(\.code)
    }
    subscriptions = data.codeCount(.subscription)
  }

  /// The product of each subscription by code plus 1; 0 where it is not in use or the only one.
  var productsBoughtTwice: [UInt32] {
    var products = [UInt32](repeating: 0, count: subscriptions)
    for (product, codes) in byProduct.enumerated() where codes.count > 1 {
      for code in codes { products[code] = UInt32(product + 1) }
    }
    return products
  }

  /// The place of each subscription among those of its product, by code.
  var ranks: [Int] {
    var ranks = [Int](repeating: 0, count: subscriptions)
    for codes in byProduct {
      for (rank, code) in codes.enumerated() { ranks[code] = rank }
    }
    return ranks
  }
}
