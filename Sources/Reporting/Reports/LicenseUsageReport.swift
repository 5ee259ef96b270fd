import BillingModel
import ExactNumbers

/// One product in one currency: the figures of its subscriptions in use.
struct LicenseUsageLine: Sendable {
  let product: ProductCatalog.Entry?
  let currency: Currency?
  /// The subscriptions in use.
  let subscriptions: [SubscriptionFigures]
  /// The licences of the product whose subscription is not known.
  let pool: ProductPool?
  var users = 0
  var purchased = QuantitySum()
  var assigned = CountSum()
  var available = CountSum()
  var overAssigned = CountSum()
  var reclaimable = 0
  var monthlyCost = ExactSum()
  var monthlyCostKnown = ExactSum()
  var unpriced = 0
  var unusedMonthlyCost = ExactSum()

  /// `subscriptions` are those of one product and currency; of a pool alone there are none.
  init(
    _ subscriptions: [SubscriptionFigures], _ pool: ProductPool?, _ basis: ReportBasis,
    _ marks: inout Marks
  ) {
    self.subscriptions = subscriptions
    self.pool = pool
    product = (subscriptions.first?.product ?? pool?.product).flatMap { basis.products[$0] }
    currency = subscriptions.first?.currency
    let codes = subscriptions.map(\.code) + (pool.map { [$0.code] } ?? [])
    users = basis.assignees(ofSubscriptions: codes, &marks)
    for subscription in subscriptions {
      purchased.add(subscription.quantity)
      assigned.add(subscription.assigned)
      if pool == nil {
        available.add(subscription.available)
        overAssigned.add(subscription.overAssigned)
        unusedMonthlyCost.add(subscription.unusedMonthlyCost)
      }
      reclaimable += basis.reclaimable(in: subscription)
      let cost = subscription.monthlyCost
      monthlyCost.add(cost)
      if let cost { monthlyCostKnown.add(cost) } else { unpriced += 1 }
    }
    if let pool { add(pool, basis) }
  }

  /// Adds licences of which only the product is known: what is available or too much is told by all
  /// subscriptions together, when they have one currency.
  private mutating func add(_ pool: ProductPool, _ basis: ReportBasis) {
    if subscriptions.isEmpty {
      purchased.add(nil)
      monthlyCost.add(nil as ExactAmount?)
    }
    reclaimable += basis.reclaimable.count(in: basis.licenses.licenses(ofSubscription: pool.code))
    assigned.add(pool.hasOneCurrency ? pool.assigned : nil)
    let bought = purchased.quantity?.number
    let spare = assigned.count.flatMap { assigned in bought.map { max(0, $0 - assigned) } }
    available.add(spare)
    overAssigned.add(assigned.count.flatMap { assigned in bought.map { max(0, assigned - $0) } })
    let price = pool.monthlyCostPerLicense
    unusedMonthlyCost.add(spare.flatMap { count in price?.multiplied(by: count) })
  }

  /// Licences nobody has: without a meaning when one subscription is Unlimited.
  var availableCell: Cell {
    purchased.quantity == .unlimited ? .notApplicable : .count(available.count)
  }

  /// Licences beyond what was bought: none when one subscription is Unlimited.
  var overAssignedCell: Cell {
    purchased.quantity == .unlimited ? .count(0) : .count(overAssigned.count)
  }

  /// assigned ÷ purchased, to four decimals.
  var utilization: Cell {
    guard let purchased = purchased.quantity, let assigned = assigned.count else { return .missing }
    guard let number = purchased.number, number > 0 else { return .notApplicable }
    let share = ExactDecimal(assigned).divided(by: number, to: 4, .halfEven)
    return share.map { .ratio($0) } ?? .missing
  }
}

extension ReportBasis {
  func licenseUsage() -> Report {
    Report(
      .licenseUsage, asOf: asOf, lines: licenseUsageLines(), columns: Self.licenseUsageColumns,
      totals: .currency { $0.currency }, sources: .all { [self] in sources(of: $0) })
  }

  /// The lines of the report in its order: product_name, product_id, currency.
  func licenseUsageLines() -> [LicenseUsageLine] {
    var marks = Marks(count: data.codeCount(.party))
    let groups = Dictionary(grouping: subscriptions.filter(\.isInUse)) {
      ProductAndCurrency(product: $0.product, currency: $0.currency)
    }
    let lines =
      groups.map { LicenseUsageLine($1, pools.pool(ofProduct: $0.product), self, &marks) }
      + pools.all.filter(\.subscriptions.isEmpty).map { LicenseUsageLine([], $0, self, &marks) }
    return lines.sorted {
      ProductOrder.isBefore(($0.product, $0.currency), ($1.product, $1.currency))
    }
  }

  /// The rows of the line's subscriptions and of their assignments.
  func sources(of line: LicenseUsageLine) -> [RowReference] {
    let pooled = line.pool.map { licenses.licenses(ofSubscription: $0.code) } ?? 0..<0
    return sources(of: line.subscriptions)
      + pooled.map { RowReference(.licenseAssignments, Int(licenses.rows[$0])) }
  }

  /// The rows of subscriptions and of their assignments.
  func sources(of subscriptions: [SubscriptionFigures]) -> [RowReference] {
    let rows = subscriptions.map { RowReference(.subscriptions, $0.row) }
    let given = subscriptions.flatMap { licenses(of: $0).map { licenses.rows[$0] } }.sorted()
    let once = given.indices.filter { $0 == 0 || given[$0 - 1] != given[$0] }
    return rows + once.map { RowReference(.licenseAssignments, Int(given[$0])) }
  }

  static let licenseUsageColumns: [LineColumn<LicenseUsageLine>] = [
    .plain("product_id", .id) { .id($0.product?.id) },
    .plain("product_name", .text) { .text($0.product?.name) },
    .plain("kind", .word) { .word($0.product?.kind) },
    .plain("pricing_model", .word) { .word($0.product?.pricingModel) },
    .summed("subscriptions", .count) { .count($0.subscriptions.count) },
    .summed("purchased", .quantity) { .quantity($0.purchased.quantity) },
    .summed("assigned", .count) { .count($0.assigned.count) },
    .plain("users", .count) { .count($0.users) },
    .summed("available", .count) { $0.availableCell },
    .plain("utilization", .ratio) { $0.utilization },
    .summed("over_assigned", .count) { $0.overAssignedCell },
    .summed("reclaimable", .count) { .count($0.reclaimable) },
    .plain("currency", .currency) { .currency($0.currency) },
    .summed("monthly_cost", .money) { .money($0.monthlyCost.amount, $0.currency) },
    .summed("monthly_cost_known", .money) { .money($0.monthlyCostKnown.amount, $0.currency) },
    .summed("unpriced", .count) { .count($0.unpriced) },
    .summed("unused_monthly_cost", .money) { .money($0.unusedMonthlyCost.amount, $0.currency) },
  ]
}

/// What reports by product group subscriptions by.
struct ProductAndCurrency: Hashable {
  let product: Int
  let currency: Currency?
}

/// The order of reports by product: name, id, currency.
enum ProductOrder {
  typealias Place = (product: ProductCatalog.Entry?, currency: Currency?)

  static func isBefore(_ left: Place, _ right: Place) -> Bool {
    TextOrder.isBefore(
      TextOrder.compare(left.product?.name, right.product?.name),
      TextOrder.compare(left.product?.id, right.product?.id),
      TextOrder.compare(left.currency?.code, right.currency?.code))
  }
}
