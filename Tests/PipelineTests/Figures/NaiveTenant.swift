/// A subscription as DEFINITIONS.md looks at it.
struct NaiveSubscription {
  let id: String
  let key: String
  let product: String
  let productID: String
  let productName: String?
  let currency: String?
  let status: String
  let isSelfService: Bool
  let isFlatRate: Bool
  let isUnlimited: Bool
  let quantity: Int?
  let price: Units?
  let months: Int?
  let row: NaiveRow
  /// Who has a licence, and the earliest day on which it was assigned.
  var holders: [String: NaiveDay?] = [:]

  /// How it was bought; nothing is known of a subscription that only assignments name.
  var acquisition: String {
    status == "unknown" ? "null" : isSelfService ? "self-service" : "central"
  }

  var isInUse: Bool { status == "active" || status == "expired" }
  var assigned: Int { holders.count }

  /// A month's price of one licence, or of the app at a flat rate.
  var monthlyPrice: Share? {
    guard let price, let months, currency != nil else { return nil }
    return Share(price, months: months)
  }

  var monthlyCost: Share? {
    if isFlatRate { return monthlyPrice }
    guard let quantity, let monthlyPrice else { return nil }
    return monthlyPrice * quantity
  }

  var unusedMonthlyCost: Share? {
    if isFlatRate { return .zero }
    guard let quantity, let monthlyPrice else { return nil }
    return monthlyPrice * max(0, quantity - assigned)
  }

  /// What one billing term costs.
  var purchasePrice: Share? {
    guard let price, currency != nil else { return nil }
    if isFlatRate { return Share(price, months: 1) }
    return quantity.map { Share(price, months: 1) * $0 }.map { $0 }
  }

  /// `quantity` as reports print it.
  var quantityText: String { isUnlimited ? "Unlimited" : quantity.map { "\($0)" } ?? "null" }
}

/// The tenant as DEFINITIONS.md sees it, worked out from the raw files by plain loops.
struct NaiveTenant {
  let tables: NaiveTables
  private(set) var subscriptions: [NaiveSubscription] = []
  /// Those that only assignments name.
  private(set) var unknownSubscriptions: [NaiveSubscription] = []
  private(set) var users: [String: NaiveRow] = [:]
  private(set) var firstAssignments: [String: NaiveRow] = [:]
  private(set) var members: [String: [NaiveRow]] = [:]
  private(set) var products: [String: NaiveRow] = [:]
  /// Groups for which nobody is known.
  private(set) var unknownGroups: Set<String> = []
  let asOf: NaiveDay

  init(folder: String, asOf: NaiveDay) throws {
    tables = try NaiveTables(folder: folder)
    self.asOf = asOf
    for row in tables["users"] { users[row.id("user_principal_name", isPerson: true) ?? ""] = row }
    for row in tables["products"] { products[row.id("product_id") ?? ""] = row }
    for row in tables["group_members"] {
      members[row.id("group_id", isPerson: true) ?? "", default: []].append(row)
    }
    for row in tables["license_assignments"] {
      let id = row.id("assignee_id", isPerson: true) ?? ""
      if firstAssignments[id] == nil { firstAssignments[id] = row }
    }
    for row in tables["subscriptions"] { subscriptions.append(subscription(row)) }
    for index in subscriptions.indices { subscriptions[index] = assigned(subscriptions[index]) }
    findUnknownSubscriptions()
  }

  private mutating func findUnknownSubscriptions() {
    var known = Set(subscriptions.map(\.key))
    for row in tables["license_assignments"] {
      guard let key = row.id("subscription_id"), known.insert(key).inserted else { continue }
      var cells = ["subscription_id": row["subscription_id"] ?? "", "status": "unknown"]
      cells["product_id"] = row["product_id"]
      cells["pool"] = row["pool"]
      let line = NaiveRow(file: row.file, line: row.line, cells: cells)
      unknownSubscriptions.append(assigned(subscription(line, name: name(ofProduct: line))))
    }
  }

  private func name(ofProduct row: NaiveRow) -> String? {
    guard let key = row.id("product_id") else { return nil }
    if let product = products[key] { return product["product_name"] }
    return subscriptions.filter { $0.product == key }.compactMap { $0.row["product_name"] }.first
  }

  private func subscription(_ row: NaiveRow, name: String? = nil) -> NaiveSubscription {
    let product = row.id("product_id") ?? ""
    let facts = products[product] ?? row
    let months = [
      "monthly": 1, "quarterly": 3, "semiannual": 6, "annual": 12, "triennial": 36,
    ]
    let quantity = row["quantity"]
    return NaiveSubscription(
      id: row["subscription_id"] ?? "", key: row.id("subscription_id") ?? "", product: product,
      productID: spelling(ofProduct: product), productName: facts["product_name"] ?? name,
      currency: row["currency"], status: row["status"]?.lowercased() ?? "active",
      isSelfService: row["acquisition"]?.lowercased() == "self-service",
      isFlatRate: facts["pricing_model"]?.lowercased() == "flat-rate",
      isUnlimited: quantity?.lowercased() == "unlimited", quantity: quantity.flatMap { Int($0) },
      price: row["unit_price"].flatMap { Units($0) },
      months: row["billing_frequency"].flatMap { months[$0.lowercased()] }, row: row)
  }

  private func spelling(ofProduct key: String) -> String {
    if let row = products[key] { return row["product_id"] ?? key }
    let first = tables["subscriptions"].first { $0.id("product_id") == key }
    let held = tables["license_assignments"].first { $0.id("product_id") == key }
    return first?["product_id"] ?? held?["product_id"] ?? key
  }

  /// The subscription with everyone who holds a licence of it.
  private mutating func assigned(_ subscription: NaiveSubscription) -> NaiveSubscription {
    var subscription = subscription
    let key = subscription.key
    for row in tables["license_assignments"] where row.id("subscription_id") == key {
      let day = row["assigned_on"].flatMap { NaiveDay($0) }
      let assignee = row.id("assignee_id", isPerson: true) ?? ""
      guard row["assignee_kind"]?.lowercased() == "group" else {
        add(assignee, day, to: &subscription)
        continue
      }
      if members[assignee] == nil { unknownGroups.insert(assignee) }
      for member in members[assignee] ?? [] {
        add(member.id("user_principal_name", isPerson: true) ?? "", day, to: &subscription)
      }
      if members[assignee] == nil { add(assignee, day, to: &subscription) }
    }
    return subscription
  }

  private func add(
    _ person: String, _ day: NaiveDay?, to subscription: inout NaiveSubscription
  ) {
    let known = subscription.holders[person] ?? nil
    let earliest = [known, day].compactMap { $0 }.min()
    subscription.holders.updateValue(earliest, forKey: person)
  }
}

extension NaiveTenant {
  /// A person as spelled: by `users`, else by the first assignment, else by the group's members.
  func spelling(_ person: String) -> String {
    if let row = users[person] { return row["user_principal_name"] ?? person }
    if let row = firstAssignments[person] { return row["assignee_id"] ?? person }
    for row in tables["group_members"]
    where row.id("user_principal_name", isPerson: true) == person {
      return row["user_principal_name"] ?? person
    }
    return person
  }

  func name(_ person: String) -> String? {
    users[person]?["display_name"] ?? firstAssignments[person]?["display_name"]
  }

  func department(_ person: String) -> String? {
    if unknownGroups.contains(person) { return nil }
    return users[person]?["department"] ?? firstAssignments[person]?["department"]
  }

  /// True for everyone whose licences can be taken back, wherever they are.
  func isGone(_ person: String) -> Bool {
    guard let user = users[person] else { return false }
    if user["account_enabled"]?.lowercased() == "false" { return true }
    guard let day = user["last_sign_in_on"].flatMap({ NaiveDay($0) }) else { return false }
    return asOf.number - day.number >= 90
  }

  /// Whether this licence is reclaimable: its person is gone, or has the product since earlier.
  func isReclaimable(_ person: String, _ subscription: NaiveSubscription) -> Bool {
    if isGone(person) { return true }
    // A group whose members nobody knows is no person who could be paid for twice.
    if unknownGroups.contains(person) { return false }
    let day = subscription.holders[person] ?? nil
    for other in subscriptions
    where other.isInUse && other.product == subscription.product && other.key != subscription.key {
      guard let otherDay = other.holders[person] else { continue }
      let own = (day?.number ?? .max, subscription.id)
      if (otherDay?.number ?? .max, other.id) < own { return true }
    }
    return false
  }

  func policy(_ product: String) -> String {
    for row in tables["self_service_policies"] where row.id("product_id") == product {
      if (row["policy_id"] ?? "AllowSelfServicePurchase") == "AllowSelfServicePurchase" {
        return row["value"] ?? "null"
      }
    }
    return "null"
  }
}

/// Text in the order of its code points, nothing first.
func isBefore(_ left: [String?], _ right: [String?]) -> Bool {
  for (one, other) in zip(left, right) where one != other {
    guard let one else { return true }
    guard let other else { return false }
    return Array(one.utf8).lexicographicallyPrecedes(Array(other.utf8))
  }
  return false
}

/// The sum; nil as soon as one of them is not known.
func sum(_ shares: [Share?]) -> Share? {
  var total = Share.zero
  for share in shares {
    guard let share else { return nil }
    total = total + share
  }
  return total
}
