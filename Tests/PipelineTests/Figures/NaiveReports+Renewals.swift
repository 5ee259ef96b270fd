extension NaiveTenant {
  /// What ends within ninety days, the report date and the ninetieth day included.
  var renewals: Rows {
    let ending = subscriptions.compactMap { subscription -> (NaiveSubscription, NaiveDay)? in
      guard let day = subscription.row["expires_on"].flatMap({ NaiveDay($0) }),
        !["disabled", "deleted"].contains(subscription.status),
        (asOf.number...asOf.number + 90).contains(day.number)
      else { return nil }
      return (subscription, day)
    }
    return ending.sorted { isBefore([$0.1.text, $0.0.id], [$1.1.text, $1.0.id]) }.map {
      subscription, day in
      let isPooled = pool(subscription.product) != nil
      let unused =
        isPooled && !subscription.isFlatRate ? nil : subscription.unusedMonthlyCost
      return [
        "subscription_id": subscription.id, "product_name": subscription.productName ?? "null",
        "expires_on": day.text, "days_left": "\(day.number - asOf.number)",
        "auto_renew": subscription.row["auto_renew"]?.lowercased() ?? "null",
        "currency": subscription.currency ?? "null",
        "renewal_value": subscription.annualCost?.text(in: subscription.currency) ?? "null",
        "unused_value": unused.map { $0 * 12 }?.text(in: subscription.currency) ?? "null",
      ]
    }
  }

  var departments: Rows {
    var groups: [[String]: [(person: String, subscription: NaiveSubscription, cost: Share?)]] = [:]
    for subscription in subscriptions.filter(\.isInUse) + pools {
      let isPool = subscription.row["pool"] != nil
      let currency = isPool ? poolCurrency(subscription.product) : subscription.currency
      let priced: Share? = subscription.isUnlimited ? nil : subscription.monthlyPrice
      let cost =
        isPool ? poolPrice(subscription.product) : subscription.isFlatRate ? .zero : priced
      for person in subscription.holders.keys {
        groups[[department(person) ?? "", currency ?? ""], default: []].append(
          (person, subscription, cost))
      }
    }
    return groups.sorted { isBefore($0.key, $1.key) }.map { key, held in
      let spare = held.filter { license in
        license.subscription.row["pool"] != nil
          ? isGone(license.person) : isReclaimable(license.person, license.subscription)
      }
      let currency = key[1].isEmpty ? nil : key[1]
      return [
        "department": key[0].isEmpty ? "null" : key[0],
        "users": "\(Set(held.map(\.person)).count)", "licenses": "\(held.count)",
        "currency": currency ?? "null",
        "monthly_cost": sum(held.map(\.cost))?.text(in: currency) ?? "null",
        "reclaimable_cost": sum(spare.map(\.cost))?.text(in: currency) ?? "null",
      ]
    }
  }

  var selfServicePolicies: Rows {
    var rows: [String: NaiveRow] = [:]
    for row in tables["self_service_policies"].reversed()
    where (row["policy_id"] ?? "AllowSelfServicePurchase") == "AllowSelfServicePurchase" {
      rows[row.id("product_id") ?? ""] = row
    }
    let bought = subscriptions.filter(\.isSelfService)
    let all = Set(rows.keys).union(bought.map(\.product)).map { product in
      let own = bought.filter { $0.product == product }
      let any = subscriptions.first { $0.product == product }
      let known = subscriptions.filter { $0.product == product }.compactMap(\.productName).first
      let name = products[product]?["product_name"] ?? known ?? rows[product]?["product_name"]
      let quantities = own.map(\.quantity)
      let total = quantities.contains(nil) ? nil : quantities.reduce(0) { $0 + ($1 ?? 0) }
      return [
        "product_id": any?.productID ?? products[product]?["product_id"]
          ?? rows[product]?["product_id"] ?? "null",
        "product_name": name ?? "null", "policy": policy(product),
        "changed_on": rows[product]?["changed_on"].map { String($0.prefix(10)) } ?? "null",
        "purchases": "\(own.count)",
        "quantity_bought": own.contains { $0.isUnlimited }
          ? "Unlimited" : total.map { "\($0)" } ?? "null",
      ]
    }
    return all.sorted {
      isBefore(
        [$0["product_name"] == "null" ? nil : $0["product_name"], $0["product_id"]],
        [$1["product_name"] == "null" ? nil : $1["product_name"], $1["product_id"]])
    }
  }
}

extension NaiveSubscription {
  /// What a year costs at today's price.
  var annualCost: Share? { monthlyCost.map { $0 * 12 } }
}
