import BillingModel
import TestSupport

/// A random tenant, and its figures worked out with dictionaries and whole cents: a second
/// computation that shares no code with the reports.
struct NaiveTenant {
  struct Subscription {
    let id: String
    let product: Int
    let isFlatRate: Bool
    let isSelfService: Bool
    /// Nil is unknown, −1 Unlimited.
    let quantity: Int?
    let cents: Int?
    let currency: String
    let months: Int?
    let status: String
    var isInUse: Bool { ["active", "expired", ""].contains(status) }
  }

  struct Assignment {
    let subscription: String
    let assignee: String
    let isGroup: Bool
    let day: Int?
  }

  var subscriptions: [Subscription] = []
  var assignments: [Assignment] = []
  var members: [String: [String]] = [:]
  var disabled: Set<String> = []

  init(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let people = (0..<Int.random(in: 1...9, using: &random)).map { "user\($0)" }
    for number in 0..<Int.random(in: 0...9, using: &random) {
      subscriptions.append(.random(number, &random))
    }
    for group in 0..<Int.random(in: 0...3, using: &random) where Bool.random(using: &random) {
      members["group\(group)"] = people.filter { _ in Bool.random(using: &random) }
    }
    disabled = Set(people.filter { _ in Int.random(in: 0..<5, using: &random) == 0 })
    for _ in 0..<Int.random(in: 0...40, using: &random) where !subscriptions.isEmpty {
      let isGroup = Int.random(in: 0..<6, using: &random) == 0
      let assignee =
        isGroup
        ? "group\(Int.random(in: 0...3, using: &random))"
        : people.randomElement(using: &random) ?? "user0"
      assignments.append(
        Assignment(
          subscription: subscriptions.randomElement(using: &random)?.id ?? "", assignee: assignee,
          isGroup: isGroup,
          day: Bool.random(using: &random) ? Int.random(in: 1...9, using: &random) : nil))
    }
  }

  /// The tenant as tables.
  var tenant: TestTenant {
    let terms = [1: "monthly", 3: "quarterly", 6: "semiannual", 12: "annual", 36: "triennial"]
    let rows = subscriptions.map { row in
      let price = row.cents.map { "\($0 / 100).\($0 % 100 < 10 ? "0" : "")\($0 % 100)" } ?? ""
      let quantity = row.quantity.map { $0 < 0 ? "Unlimited" : String($0) } ?? ""
      return "\(row.id),p\(row.product),\(row.isFlatRate ? "flat-rate" : "per-license"),"
        + "\(row.isSelfService ? "self-service" : "central"),\(quantity),\(price),\(row.currency),"
        + "\(row.months.flatMap { terms[$0] } ?? ""),\(row.status)\n"
    }
    let given = assignments.map { row in
      "\(row.subscription),\(row.assignee),\(row.isGroup ? "group" : "user"),"
        + "\(row.day.map { "2025-01-0\($0)" } ?? "")\n"
    }
    let groups = members.sorted { $0.key < $1.key }.flatMap { group, people in
      people.map { "\(group),\($0)\n" }
    }
    return TestTenant()
      .with(
        .subscriptions,
        "subscription_id,product_id,pricing_model,acquisition,quantity,unit_price,currency,"
          + "billing_frequency,status\n" + rows.joined()
      )
      .with(
        .licenseAssignments,
        "subscription_id,assignee_id,assignee_kind,assigned_on\n" + given.joined()
      )
      .with(.groupMembers, "group_id,user_principal_name\n" + groups.joined())
      .with(
        .users,
        "user_principal_name,account_enabled\n"
          + disabled.sorted().map { "\($0),false\n" }.joined())
  }

  /// The people of each subscription with their earliest day.
  var holders: [String: [String: Int?]] {
    var result: [String: [String: Int?]] = [:]
    for row in assignments {
      let known = row.isGroup ? members[row.assignee] ?? [] : []
      for person in known.isEmpty ? [row.assignee] : known {
        let earlier = result[row.subscription]?[person] ?? nil
        let day = [earlier, row.day].compactMap { $0 }.min()
        result[row.subscription, default: [:]][person] = .some(day)
      }
    }
    return result
  }
}

extension NaiveTenant.Subscription {
  static func random(_ number: Int, _ random: inout SeededGenerator) -> Self {
    let isFlatRate = Int.random(in: 0..<4, using: &random) == 0
    let isKnown = Int.random(in: 0..<6, using: &random) > 0
    return Self(
      id: "s\(number)", product: Int.random(in: 0...2, using: &random), isFlatRate: isFlatRate,
      isSelfService: Int.random(in: 0..<3, using: &random) == 0,
      quantity: !isKnown && number % 2 == 0
        ? nil : isFlatRate ? -1 : Int.random(in: 0...8, using: &random),
      cents: isKnown ? Int.random(in: 0...99_999, using: &random) : nil,
      currency: Bool.random(using: &random) ? "EUR" : "USD",
      months: [1, 3, 6, 12, 36].randomElement(using: &random),
      status: ["active", "expired", "", "disabled", "deleted", "pending"].randomElement(
        using: &random) ?? "")
  }
}
