import BillingModel
import ExactNumbers

/// One subscription as the reports count it.
struct SubscriptionFigures: Sendable {
  /// The row in `subscriptions`.
  let row: Int
  /// The code of the id.
  let code: Int
  /// The code of the product's id.
  let product: Int
  /// Its status; nil when not given.
  let status: SubscriptionStatus?
  /// True when a user bought it.
  let isSelfService: Bool
  /// The currency of its price.
  let currency: Currency?
  /// How many licences were bought.
  let quantity: Quantity?
  /// True when the price is for the app, not for a licence.
  let isFlatRate: Bool
  /// The price of one licence, or of the app, for one billing term.
  let unitPrice: ExactDecimal?
  /// How many months the term has; divides 36.
  let months: Int?
  /// How many distinct assignees it has.
  let assigned: Int
  /// Some licences of the product are known without their subscription, so that it is not known how
  /// many are of this one.
  let isPooled: Bool

  /// How many distinct assignees it has; nil when that is not known.
  var assignedCount: Int? { isPooled ? nil : assigned }

  /// A missing status counts as active.
  var effectiveStatus: SubscriptionStatus { status ?? .active }

  /// Active or expired.
  var isInUse: Bool { effectiveStatus.isInUse }

  /// Licences nobody has; nil when the quantity is unknown or Unlimited.
  var available: Int? { isPooled ? nil : quantity?.number.map { max(0, $0 - assigned) } }

  /// Licences assigned beyond the quantity: 0 for Unlimited, nil when the quantity is unknown.
  var overAssigned: Int? {
    switch quantity {
    case .unlimited: 0
    case .count(let number): isPooled ? nil : max(0, assigned - number)
    case nil: nil
    }
  }
}

extension SubscriptionFigures {
  /// A month's price of one licence, or of the app, in 36ths; nil when unknown or out of range.
  private var monthlyPrice: Int128? {
    guard currency != nil, let unitPrice, let months else { return nil }
    let product = unitPrice.units.multipliedReportingOverflow(by: Int128(36 / months))
    return product.overflow ? nil : product.partialValue
  }

  /// What the subscription costs a month.
  var monthlyCost: ExactAmount? { isFlatRate ? price(of: 1) : price(of: quantity?.number) }

  /// What a month of the licences that nobody has costs: nothing at a flat rate.
  var unusedMonthlyCost: ExactAmount? { isFlatRate ? .zero : price(of: available) }

  /// What a month of one licence costs: nothing at a flat rate, unknown when per license and Unlimited.
  var monthlyCostPerLicense: ExactAmount? {
    if isFlatRate { return .zero }
    return quantity == .unlimited ? nil : price(of: 1)
  }

  /// A month's price whatever the pricing model, to compare subscriptions of one product.
  var comparablePrice: ExactAmount? { price(of: 1) }

  /// What one billing term costs.
  var purchasePrice: ExactAmount? {
    guard currency != nil, let unitPrice else { return nil }
    if isFlatRate { return ExactAmount(unitPrice) }
    return quantity?.number.flatMap { ExactAmount(unitPrice).multiplied(by: $0) }
  }

  private func price(of count: Int?) -> ExactAmount? {
    guard let monthlyPrice, let count else { return nil }
    let product = monthlyPrice.multipliedReportingOverflow(by: Int128(count))
    return product.overflow ? nil : ExactAmount(thirtySixths: product.partialValue)
  }
}

extension SubscriptionFigures {
  /// The figures of all subscriptions, ordered by subscription id.
  static func all(of data: Dataset, _ licenses: Licenses) -> [SubscriptionFigures] {
    let table = data.subscriptions
    let facts = data.productFacts
    let pooled = Set(data.pools.values)
    let (codes, products, statuses) = (table.subscriptionID, table.productID, table.status)
    let (acquisitions, currencies) = (table.acquisition, table.currency)
    let (quantities, prices, terms) = (table.quantity, table.unitPrice, table.billingFrequency)
    let rows = TextOrder.sorted(Array(table.rows)) { codes[$0] }
    return rows.compactMap { row in
      guard let code = codes.code(row), let product = products.code(row) else { return nil }
      return SubscriptionFigures(
        row: row, code: code, product: product, status: statuses[row],
        isSelfService: acquisitions[row] == .selfService, currency: currencies[row],
        quantity: quantities[row], isFlatRate: facts.pricingModel(subscription: row) == .flatRate,
        unitPrice: prices[row], months: terms[row]?.months,
        assigned: licenses.assigned(toSubscription: code), isPooled: pooled.contains(product))
    }
  }
}
