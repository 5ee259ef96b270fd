import BillingModel
import ExactNumbers
import Reporting
import Testing

/// The reports of random tenants against the naive computation.
struct NaiveComparisonTests {
  @Test(arguments: UInt64(1)...150)
  func licenseUsageIsWhatANaiveComputationSays(seed: UInt64) {
    let naive = NaiveTenant(seed: seed)
    let report = naive.tenant.basis(asOf: "2026-01-31").report(.licenseUsage)
    #expect(
      report.texts(
        "product_id", "currency", "subscriptions", "purchased", "assigned", "users", "available",
        "over_assigned", "reclaimable", "monthly_cost", "monthly_cost_known", "unpriced",
        "unused_monthly_cost") == naive.licenseUsage)
  }

  @Test(arguments: UInt64(1)...150)
  func usersAreWhatANaiveComputationSays(seed: UInt64) {
    let naive = NaiveTenant(seed: seed)
    let report = naive.tenant.basis(asOf: "2026-01-31").report(.users)
    #expect(
      report.texts(
        "user_principal_name", "currency", "products", "licenses", "self_service", "monthly_cost",
        "reclaimable") == naive.users)
  }

  @Test(arguments: UInt64(1)...100)
  func exportHasEveryPairOnceInOrder(seed: UInt64) {
    let naive = NaiveTenant(seed: seed)
    let report = naive.tenant.basis(asOf: "2026-01-31").userExport(UserExportFilter())
    let pairs = naive.holders.flatMap { subscription, people in
      people.map { (user: $0.key, subscription: subscription, day: $0.value) }
    }
    let products = Dictionary(
      uniqueKeysWithValues: naive.subscriptions.map { ($0.id, $0.product) })
    let expected = pairs.sorted {
      ($0.user, products[$0.subscription] ?? 0, $0.subscription)
        < ($1.user, products[$1.subscription] ?? 0, $1.subscription)
    }.map { "\($0.user) \($0.subscription) " + ($0.day.map { "2025-01-0\($0)" } ?? "?") }
    #expect(report.texts("user_principal_name", "subscription_id", "assigned_on") == expected)
  }

  @Test(arguments: UInt64(1)...100)
  func totalsAreTheSumsOfTheRows(seed: UInt64) throws {
    let basis = NaiveTenant(seed: seed).tenant.basis(asOf: "2026-01-31")
    let names = [
      ReportName.licenseUsage, .selfServiceProducts, .selfServiceBuyers, .consolidation, .renewals,
      .users, .departments,
    ]
    for name in names {
      let report = basis.report(name)
      let currency = try #require(report.column("currency"))
      for total in report.totals {
        let rows = report.rows.filter { $0[currency] == total.cells[currency] }
        for (place, cell) in total.cells.enumerated() where place != currency {
          guard let cell else { continue }
          #expect(cell == NaiveSum.of(rows.map { $0[place] }), "\(report.columns[place].id)")
        }
      }
      let currencies = Set(report.texts("currency"))
      #expect(report.totals.map { $0.currency?.code ?? "?" } == currencies.sorted())
    }
  }
}

/// A sum of cells without the code of the reports.
private enum NaiveSum {
  static func of(_ cells: [Cell]) -> Cell {
    let known = cells.filter { $0 != .notApplicable }
    if known.isEmpty { return .notApplicable }
    if known.contains(.quantity(.unlimited)) { return .quantity(.unlimited) }
    if known.contains(.missing) { return .missing }
    var count = 0
    var amount = ExactAmount.zero
    for cell in known {
      switch cell {
      case .count(let number): count += number
      case .quantity(let quantity): count += quantity.number ?? 0
      case .money(let money, _): amount = amount.adding(money) ?? .zero
      default: return .missing
      }
    }
    switch known[0] {
    case .count: return .count(count)
    case .quantity: return .quantity(.count(count))
    case .money(_, let currency): return .money(amount, currency)
    default: return .missing
    }
  }
}

extension NaiveTenant {
  private struct License: Hashable {
    let subscription: String
    let user: String
  }

  /// Everything that could be taken back.
  private var reclaimable: Set<License> {
    var result: Set<License> = []
    var kept: [String: [(Int, String)]] = [:]
    for subscription in subscriptions where subscription.isInUse {
      for (user, day) in holders[subscription.id] ?? [:] {
        if disabled.contains(user) {
          result.insert(License(subscription: subscription.id, user: user))
        }
        // A group is here only when nobody knows its members; it is nobody who pays twice.
        if user.hasPrefix("group") { continue }
        kept["\(user) \(subscription.product)", default: []]
          .append((day ?? 99, subscription.id))
      }
    }
    for (key, held) in kept {
      let user = String(key.split(separator: " ")[0])
      for (_, id) in held.sorted(by: { $0 < $1 }).dropFirst() {
        result.insert(License(subscription: id, user: user))
      }
    }
    return result
  }

  var licenseUsage: [String] {
    let spare = reclaimable
    let groups = Dictionary(grouping: subscriptions.filter(\.isInUse)) {
      "p\($0.product) \($0.currency)"
    }
    return groups.sorted { $0.key < $1.key }.map { key, rows in
      let people = rows.map { Set((holders[$0.id] ?? [:]).keys) }
      let isUnlimited = rows.contains { $0.quantity == -1 }
      let isUnknown = rows.contains { $0.quantity == nil }
      let seats = zip(rows, people).filter { $0.0.quantity != -1 && $0.0.quantity != nil }
      let costs = rows.map { Self.thirtySixths($0, of: $0.isFlatRate ? 1 : $0.quantity) }
      let unused = zip(rows, people).map { row, people in
        row.isFlatRate
          ? 0 : Self.thirtySixths(row, of: row.quantity.map { max(0, $0 - people.count) })
      }
      let sums = [
        isUnlimited
          ? "Unlimited" : isUnknown ? "?" : String(rows.reduce(0) { $0 + ($1.quantity ?? 0) }),
        String(people.reduce(0) { $0 + $1.count }),
        String(people.reduce(Set()) { $0.union($1) }.count),
        isUnlimited
          ? "-"
          : isUnknown
            ? "?" : String(seats.reduce(0) { $0 + max(0, ($1.0.quantity ?? 0) - $1.1.count) }),
        isUnlimited
          ? "0"
          : isUnknown
            ? "?" : String(seats.reduce(0) { $0 + max(0, $1.1.count - ($1.0.quantity ?? 0)) }),
        String(rows.reduce(0) { sum, row in sum + spare.count { $0.subscription == row.id } }),
        Self.text(costs), Self.text(costs.filter { $0 != nil }), String(costs.count { $0 == nil }),
        Self.text(unused),
      ]
      return "\(key) \(rows.count) " + sums.joined(separator: " ")
    }
  }

  var users: [String] {
    let spare = reclaimable
    var held: [String: [Subscription]] = [:]
    for subscription in subscriptions where subscription.isInUse {
      for user in (holders[subscription.id] ?? [:]).keys {
        held["\(user) \(subscription.currency)", default: []].append(subscription)
      }
    }
    return held.sorted { $0.key < $1.key }.map { key, rows in
      let user = String(key.split(separator: " ")[0])
      let costs = rows.map { $0.isFlatRate ? 0 : Self.thirtySixths($0, of: 1) }
      let count = rows.count { spare.contains(License(subscription: $0.id, user: user)) }
      return "\(key) \(Set(rows.map(\.product)).count) \(rows.count) "
        + "\(rows.count(where: \.isSelfService)) \(Self.text(costs)) \(count)"
    }
  }

  /// A month's price of so many licences, in 36ths of a cent.
  private static func thirtySixths(_ row: Subscription, of count: Int?) -> Int? {
    guard let cents = row.cents, let months = row.months, let count, count >= 0 else { return nil }
    return cents * count * (36 / months)
  }

  /// The sum rounded half-even to cents.
  private static func text(_ parts: [Int?]) -> String {
    guard !parts.contains(nil) else { return "?" }
    let sum = parts.reduce(0) { $0 + ($1 ?? 0) }
    let (whole, rest) = sum.quotientAndRemainder(dividingBy: 36)
    let cents = rest * 2 > 36 || (rest * 2 == 36 && whole % 2 == 1) ? whole + 1 : whole
    return "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
  }
}
