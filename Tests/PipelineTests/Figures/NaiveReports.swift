/// The reports as lists of cells in text: what `report --format json` has to print.
extension NaiveTenant {
  /// Rows as column and cell, in the order of the report.
  typealias Rows = [[String: String]]

  var licenseUsage: Rows {
    let groups = Dictionary(grouping: subscriptions.filter(\.isInUse)) {
      [$0.product, $0.currency ?? ""]
    }
    let rows =
      groups.values.map { (group: $0, cells: licenseUsage($0)) } + poolsAlone
    return rows.sorted {
      isBefore(
        [$0.group[0].productName, $0.group[0].productID, $0.group[0].currency],
        [$1.group[0].productName, $1.group[0].productID, $1.group[0].currency])
    }.map(\.cells)
  }

  private func licenseUsage(_ group: [NaiveSubscription]) -> [String: String] {
    let first = group[0]
    let facts = products[first.product] ?? first.row
    let currency = first.currency
    let isUnlimited = group.contains { $0.isUnlimited }
    let isKnown = group.allSatisfy { $0.isUnlimited || $0.quantity != nil }
    var users: Set<String> = []
    var (bought, assigned, available, over, reclaimable) = (0, 0, 0, 0, 0)
    for subscription in group {
      users.formUnion(subscription.holders.keys)
      assigned += subscription.assigned
      for person in subscription.holders.keys where isReclaimable(person, subscription) {
        reclaimable += 1
      }
      guard let quantity = subscription.quantity else { continue }
      bought += quantity
      available += max(0, quantity - subscription.assigned)
      over += max(0, subscription.assigned - quantity)
    }
    let known = group.compactMap(\.monthlyCost)
    let cells = [
      "product_id": first.productID, "product_name": first.productName ?? "null",
      "kind": facts["kind"]?.lowercased() ?? "null",
      "pricing_model": facts["pricing_model"]?.lowercased() ?? "null",
      "subscriptions": "\(group.count)",
      "purchased": isUnlimited ? "Unlimited" : isKnown ? "\(bought)" : "null",
      "assigned": "\(assigned)", "users": "\(users.count)",
      "available": isUnlimited || !isKnown ? "null" : "\(available)",
      "utilization": isUnlimited || !isKnown ? "null" : Self.ratio(assigned, bought),
      "over_assigned": isUnlimited ? "0" : isKnown ? "\(over)" : "null",
      "reclaimable": "\(reclaimable)",
      "currency": currency ?? "null",
      "monthly_cost": sum(group.map(\.monthlyCost))?.text(in: currency) ?? "null",
      "monthly_cost_known": sum(known)?.text(in: currency) ?? "null",
      "unpriced": "\(group.count - known.count)",
      "unused_monthly_cost": sum(group.map(\.unusedMonthlyCost))?.text(in: currency) ?? "null",
    ]
    return pool(first.product).map { withPool($0, group, cells) } ?? cells
  }

  /// A share rounded half to even to four decimals, as a JSON number.
  static func ratio(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "null" }
    var (count, rest) = (part * 10_000).quotientAndRemainder(dividingBy: whole)
    if rest * 2 > whole || (rest * 2 == whole && count % 2 == 1) { count += 1 }
    rest = count % 10_000
    var decimals = String(String(rest + 10_000).dropFirst())
    while decimals.last == "0" { decimals.removeLast() }
    return "\(count / 10_000)" + (decimals.isEmpty ? "" : "." + decimals)
  }

  var selfServiceProducts: Rows {
    let groups = Dictionary(grouping: subscriptions.filter(\.isSelfService)) {
      [$0.product, $0.currency ?? ""]
    }
    return groups.values.sorted {
      isBefore(
        [$0[0].productName, $0[0].productID, $0[0].currency],
        [$1[0].productName, $1[0].productID, $1[0].currency])
    }.map { group in
      let first = group[0]
      var buyers: Set<String> = []
      for purchase in group {
        if let address = purchase.row["purchaser_email"] {
          buyers.insert(address.lowercased())
        } else if let name = purchase.row["purchaser_name"] {
          buyers.insert("name: " + name)
        }
      }
      let isUnlimited = group.contains { $0.isUnlimited }
      let quantities = group.map(\.quantity)
      let bought = quantities.contains(nil) ? "null" : "\(quantities.reduce(0) { $0 + ($1 ?? 0) })"
      return [
        "product_id": first.productID, "product_name": first.productName ?? "null",
        "purchases": "\(group.count)", "buyers": "\(buyers.count)",
        "quantity_bought": isUnlimited ? "Unlimited" : bought,
        "assigned": pool(first.product) == nil
          ? "\(group.map(\.assigned).reduce(0, +))" : "null", "policy": policy(first.product),
        "currency": first.currency ?? "null",
        "purchase_price": sum(group.map(\.purchasePrice))?.text(in: first.currency) ?? "null",
      ]
    }
  }

  var selfServiceBuyers: Rows {
    subscriptions.filter(\.isSelfService).sorted {
      isBefore(
        [$0.row["purchaser_name"], $0.row["purchaser_email"], $0.id],
        [$1.row["purchaser_name"], $1.row["purchaser_email"], $1.id])
    }.map { purchase in
      [
        "purchaser_name": purchase.row["purchaser_name"] ?? "null",
        "purchaser_email": purchase.row["purchaser_email"] ?? "null",
        "subscription_id": purchase.id, "product_id": purchase.productID,
        "product_name": purchase.productName ?? "null", "quantity": purchase.quantityText,
        "assigned": pool(purchase.product) == nil ? "\(purchase.assigned)" : "null",
        "currency": purchase.currency ?? "null",
        "purchase_price": purchase.purchasePrice?.text(in: purchase.currency) ?? "null",
        "expires_on": purchase.row["expires_on"].map { String($0.prefix(10)) } ?? "null",
        "status": purchase.row["status"]?.lowercased() ?? "null",
        "policy": policy(purchase.product), "takeover": takeover(of: purchase),
      ]
    }
  }

  private func takeover(of purchase: NaiveSubscription) -> String {
    if pool(purchase.product) != nil { return "null" }
    let need = purchase.assigned
    if need == 0 || purchase.status == "disabled" || purchase.status == "deleted" { return "none" }
    let candidates = subscriptions.filter {
      !$0.isSelfService && $0.product == purchase.product && $0.status == "active"
    }
    let fitting = candidates.filter { candidate in
      candidate.isUnlimited || (candidate.quantity.map { $0 - candidate.assigned >= need } ?? false)
    }
    let best = fitting.sorted { left, right in
      let isOwn = (left.currency == purchase.currency, right.currency == purchase.currency)
      if isOwn.0 != isOwn.1 { return isOwn.0 }
      if left.currency != right.currency {
        return left.currency ?? "~" < right.currency ?? "~"
      }
      if left.monthlyPrice != right.monthlyPrice {
        guard let one = left.monthlyPrice else { return false }
        guard let other = right.monthlyPrice else { return true }
        return one < other
      }
      return isBefore([left.id], [right.id])
    }.first
    if let best { return "move:" + best.id }
    let largest = candidates.compactMap { candidate in
      candidate.quantity.map { max(0, $0 - candidate.assigned) }
    }.max()
    return "buy:\(need - (largest ?? 0))"
  }
}
