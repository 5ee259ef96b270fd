import Testing

/// Judges a consolidation plan as printed: what is not planned is recomputed cell by cell, and of what is
/// planned it says whether it is legal, whether its figures follow from it, and whether a cheaper plan
/// exists, by trying every plan there is.
struct NaiveConsolidation {
  let tenant: NaiveTenant
  let printed: [JSON]

  private func central(_ product: String) -> [NaiveSubscription] {
    tenant.subscriptions.filter {
      !$0.isSelfService && $0.product == product && $0.status == "active"
    }
  }

  private func withoutAccess(_ purchase: NaiveSubscription) -> [String] {
    let enough = central(purchase.product).filter { target in
      target.isUnlimited || (target.quantity ?? -1) >= target.assigned
    }
    let held = Set(enough.flatMap { $0.holders.keys })
    return purchase.holders.keys.filter { person in
      !held.contains(person) && tenant.users[person]?["account_enabled"]?.lowercased() != "false"
    }
  }

  private func names(_ people: some Sequence<String>, _ purchase: NaiveSubscription) -> String {
    guard tenant.pool(purchase.product) == nil else { return "null" }
    let spelled = people.map { tenant.spelling($0) }.sorted { isBefore([$0], [$1]) }
    return "[" + spelled.joined(separator: ",") + "]"
  }

  /// Compares rows and groups; a difference is an issue of the test.
  func compare() throws {
    let running = tenant.subscriptions.filter {
      $0.isSelfService && !["disabled", "deleted"].contains($0.status)
    }.sorted {
      isBefore(
        [$0.productName, $0.productID, $0.currency, $0.id],
        [$1.productName, $1.productID, $1.currency, $1.id])
    }
    #expect(printed.map { $0["subscription_id"].cell } == running.map(\.id))
    guard printed.count == running.count else { return }
    for (row, purchase) in zip(printed, running) { compare(row, purchase) }
    let groups = Dictionary(grouping: zip(printed, running)) {
      [$0.1.product, $0.1.currency ?? ""]
    }
    for (_, group) in groups { judge(group.map { ($0.0, $0.1) }) }
  }

  private func compare(_ row: JSON, _ purchase: NaiveSubscription) {
    let ends = purchase.row["expires_on"].flatMap { NaiveDay($0) }
    let renews = purchase.row["auto_renew"]?.lowercased() != "false"
    let expected: [String: String] = [
      "product_id": purchase.productID, "product_name": purchase.productName ?? "null",
      "purchaser_name": purchase.row["purchaser_name"] ?? "null",
      "purchaser_email": purchase.row["purchaser_email"] ?? "null",
      "people": names(purchase.holders.keys, purchase),
      "lose_access": names(withoutAccess(purchase), purchase),
      "cancel_by": renews ? ends.flatMap { $0 < tenant.asOf ? nil : $0.text } ?? "null" : "null",
      "currency": purchase.currency ?? "null",
      "annual_cost": purchase.annualCost?.text(in: purchase.currency) ?? "null",
    ]
    for (column, cell) in expected where row[column].cell != cell {
      Issue.record("\(purchase.id) \(column): \(row[column].cell), naively \(cell)")
    }
    let settled = settled(purchase)
    if let settled { #expect(row["action"].cell == settled, "\(purchase.id)") }
    #expect(settled != nil || ["move", "buy", "keep"].contains(row["action"].cell))
  }

  /// `null` or `cancel`; nil when it is a question of the plan.
  private func settled(_ purchase: NaiveSubscription) -> String? {
    if tenant.pool(purchase.product) != nil { return "null" }
    if withoutAccess(purchase).isEmpty { return "cancel" }
    return purchase.annualCost == nil ? "null" : nil
  }

  /// Whether the plan of one product and currency is legal and costs least.
  private func judge(_ group: [(row: JSON, purchase: NaiveSubscription)]) {
    let currency = group[0].purchase.currency
    let open = group.filter { settled($0.purchase) == nil }
    let targets = central(group[0].purchase.product).filter { target in
      target.currency == currency && (target.isUnlimited || target.quantity != nil)
    }
    let choices = open.map { item in
      targets.firstIndex { $0.id == item.row["move_to"].cell }
    }
    guard let plan = cost(open.map(\.purchase), targets, choices) else {
      Issue.record("the plan is not legal: \(open.map(\.row))")
      return
    }
    let best = cheapest(open.map(\.purchase), targets)
    #expect(plan.cost == best, "\(plan.cost.text(in: currency)) \(best.text(in: currency))")
    for (place, target) in targets.enumerated() {
      let bought = open.filter { $0.row["move_to"].cell == target.id }.map {
        $0.row["licenses_to_buy"].int ?? 0
      }
      #expect(bought.reduce(0, +) == plan.bought[place], "\(target.id)")
    }
    let isKnown = group.allSatisfy { $0.row["action"] != .null }
    for item in group { #expect(item.row["proof"].cell == (isKnown ? "cheapest" : "null")) }
    let saved = sum(open.map(\.purchase.annualCost)).map { Share(count: $0.count - best.count) }
    let savings = open.compactMap { $0.row["annual_saving"].string.flatMap { Units($0) } }
    let total = Share(Units(count: savings.reduce(0) { $0 + $1.count }), months: 1)
    let difference = total.count - (saved?.count ?? 0)
    // Each row is rounded for itself, in a currency without decimals by up to half a unit.
    let unit: Int128 = 36 * 1_000_000_000_000_000_000
    #expect(difference.magnitude <= (unit * Int128(open.count)).magnitude / 2)
  }

  /// What stays and what is bought costs a year, and what is bought where; nil when that is not legal.
  private func cost(
    _ purchases: [NaiveSubscription], _ targets: [NaiveSubscription], _ choices: [Int?]
  ) -> (cost: Share, bought: [Int])? {
    var cost = Share.zero
    var needs = targets.map { _ in 0 }
    for (purchase, choice) in zip(purchases, choices) {
      if let choice {
        needs[choice] += purchase.assigned
      } else {
        cost = cost + (purchase.annualCost ?? .zero)
      }
    }
    var bought: [Int] = []
    for (need, target) in zip(needs, targets) {
      let left = target.quantity.map { $0 - target.assigned }
      let missing = need == 0 || target.isUnlimited ? 0 : max(0, need - (left ?? 0))
      bought.append(missing)
      guard missing > 0 else { continue }
      guard !target.isFlatRate, let price = target.monthlyPrice else { return nil }
      cost = cost + price * 12 * missing
    }
    return (cost, bought)
  }

  private func cheapest(
    _ purchases: [NaiveSubscription], _ targets: [NaiveSubscription]
  ) -> Share {
    var best: Share?
    var choices: [Int?] = purchases.map { _ in nil }
    func fill(_ place: Int) {
      guard place < choices.count else {
        if let cost = cost(purchases, targets, choices)?.cost { best = min(best ?? cost, cost) }
        return
      }
      for choice in [nil] + targets.indices.map({ Int?($0) }) {
        choices[place] = choice
        fill(place + 1)
      }
    }
    fill(0)
    return best ?? .zero
  }
}
