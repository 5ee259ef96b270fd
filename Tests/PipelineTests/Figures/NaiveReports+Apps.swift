extension NaiveTenant {
  /// Third-party subscriptions; `findings` is worked out from what `validate` prints.
  func apps(_ findings: [String: Set<String>]) -> Rows {
    let facts = subscriptions.map { ($0, products[$0.product] ?? $0.row) }
    let listed = facts.filter {
      ["saas-app", "isv-app"].contains($0.1["kind"]?.lowercased() ?? "")
    }
    return listed.sorted {
      isBefore([$0.0.productName, $0.0.id], [$1.0.productName, $1.0.id])
    }.map { subscription, facts in
      var cells: [String: String] = [:]
      for name in ["channel", "storefront", "cloud", "status"] {
        cells[name] = subscription.row[name]?.lowercased() ?? "null"
      }
      cells["cloud"] = subscription.row["cloud"]?.lowercased() ?? "worldwide"
      for name in ["region", "billing_profile_id"] {
        cells[name] = subscription.row[name] ?? "null"
      }
      for name in ["activated_on", "expires_on"] {
        cells[name] = subscription.row[name].map { String($0.prefix(10)) } ?? "null"
      }
      cells["subscription_id"] = subscription.id
      cells["product_name"] = subscription.productName ?? "null"
      cells["publisher"] = facts["publisher"] ?? "null"
      cells["kind"] = facts["kind"]?.lowercased() ?? "null"
      cells["pricing_model"] = facts["pricing_model"]?.lowercased() ?? "null"
      cells["quantity"] = subscription.quantityText
      cells["assigned"] = pool(subscription.product) == nil ? "\(subscription.assigned)" : "null"
      cells["where_to_manage"] = Self.places(facts["kind"]?.lowercased(), cells["storefront"])
      let rules = (findings[subscription.key] ?? []).sorted()
      cells["findings"] = "[" + rules.joined(separator: ",") + "]"
      return cells
    }
  }

  /// R9, R18 and R19 of DOMAIN.md.
  private static func places(_ kind: String?, _ storefront: String?) -> String {
    let isVendor = kind == "isv-app"
    let change = isVendor && storefront != "appsource" ? "vendor" : "admin-center"
    let assign = isVendor ? "admin-center" : "publisher-portal"
    return "{change-quantity:\(change),manage-bill:admin-center,"
      + "change-payment-method:admin-center,view-invoice:admin-center,"
      + "cancel-subscription:admin-center,set-up-app:publisher-portal,"
      + "assign-licenses:\(assign),technical-support:publisher-portal}"
  }

  /// The rules that the rows of each subscription break, from what `validate` prints: its own row, its
  /// assignments, and invoice lines that change the quantity of an app at a flat rate.
  func findings(of validation: JSON, reading: Set<String>) -> [String: Set<String>] {
    var owners: [String: [Int: String]] = [:]
    for table in ["subscriptions", "license_assignments", "invoice_lines"] {
      for row in tables[table] {
        let file = "\(table == "invoice_lines") \(row.file)"
        owners[file, default: [:]][row.line] = row.id("subscription_id")
      }
    }
    var result: [String: Set<String>] = [:]
    for finding in validation["findings"].elements {
      let rule = finding["rule"].cell
      guard !reading.contains(rule), let line = finding["line"].int else { continue }
      let file = "\(rule == "flat-rate-quantity-change") \(finding["file"].cell)"
      // A field may stand on a later line than the record begins on.
      guard let first = owners[file]?.keys.filter({ $0 <= line }).max(),
        let owner = owners[file]?[first]
      else { continue }
      result[owner, default: []].insert(rule)
    }
    return result
  }

  var userLicenses: Rows {
    var people: Set<[String]> = []
    let inUse = subscriptions.filter(\.isInUse)
    for subscription in inUse {
      for person in subscription.holders.keys {
        people.insert([person, subscription.currency ?? ""])
      }
    }
    for pool in pools {
      for person in pool.holders.keys { people.insert([person, poolCurrency(pool.product) ?? ""]) }
    }
    return people.sorted {
      isBefore([spelling($0[0]), $0[1]], [spelling($1[0]), $1[1]])
    }.map { key in
      let person = key[0]
      let pooled = pools.filter {
        (poolCurrency($0.product) ?? "") == key[1] && $0.holders[person] != nil
      }
      let held = inUse.filter { ($0.currency ?? "") == key[1] && $0.holders[person] != nil }
      let costs =
        held.map { subscription -> Share? in
          if subscription.isFlatRate { return .zero }
          return subscription.isUnlimited ? nil : subscription.monthlyPrice
        } + pooled.map { poolPrice($0.product) }
      let currency = key[1].isEmpty ? nil : key[1]
      return [
        "user_principal_name": spelling(person), "display_name": name(person) ?? "null",
        "department": department(person) ?? "null",
        "products": "\(Set((held + pooled).map(\.product)).count)",
        "licenses": "\(held.count + pooled.count)",
        "self_service": "\(held.count { $0.isSelfService })", "currency": currency ?? "null",
        "monthly_cost": currency == nil ? "null" : sum(costs)?.text(in: currency) ?? "null",
        "reclaimable":
          "\(held.count { isReclaimable(person, $0) } + (isGone(person) ? pooled.count : 0))",
      ]
    }
  }

  var exportedUsers: Rows {
    var rows: [(key: [String?], cells: [String: String])] = []
    for subscription in subscriptions + unknownSubscriptions {
      let buyer = subscription.isSelfService ? subscription.row["purchaser_name"] : ""
      for (person, day) in subscription.holders {
        let spelled = spelling(person)
        rows.append(
          (
            [
              buyer ?? "", spelled.lowercased(), subscription.productName, subscription.productID,
              subscription.id,
            ],
            [
              "purchaser_name": buyer ?? "null", "user_principal_name": spelled,
              "display_name": name(person) ?? "null", "department": department(person) ?? "null",
              "product_id": subscription.productID.isEmpty ? "null" : subscription.productID,
              "product_name": subscription.productName ?? "null",
              "subscription_id": subscription.id,
              "acquisition": subscription.acquisition,
              "assigned_on": day?.text ?? "null",
            ]
          ))
      }
    }
    return rows.sorted { isBefore($0.key, $1.key) }.map(\.cells)
  }
}
