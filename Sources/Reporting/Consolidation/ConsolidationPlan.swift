import ExactNumbers

/// The cheapest plan for the purchases of one product in one currency, all of them together.
struct ConsolidationPlan: Sendable {
  /// The product.
  let product: ProductCatalog.Entry?
  /// The currency; nil for purchases without one.
  let currency: Currency?
  /// The purchases, ordered by id.
  let purchases: [PlannedPurchase]
  /// By how much another plan could save more a year: zero when this one is proven to be cheapest, nil
  /// when something about a purchase is not known.
  let doubt: ExactAmount?

  /// True when no plan is cheaper.
  var isProven: Bool? { doubt.map(\.isZero) }

  /// What the purchases cost a year.
  var annualCost: ExactAmount? { sum { $0.purchase.annualCost } }

  /// What the licences to buy cost a year.
  var buyCost: ExactAmount? { sum { $0.buyCost } }

  /// What the plan saves a year.
  var annualSaving: ExactAmount? { sum { $0.annualSaving } }

  /// What the plan saves a year as far as it is known.
  var knownSaving: ExactAmount? {
    var sum = ExactSum()
    for saving in purchases.compactMap(\.annualSaving) { sum.add(saving) }
    return sum.amount
  }

  /// What no plan can save more than, where this one is not proven.
  var savingAtMost: ExactAmount? {
    guard let doubt, !doubt.isZero else { return nil }
    return annualSaving?.adding(doubt)
  }

  /// How many licences are bought; nil when something about a purchase is not known.
  var licensesToBuy: Int? {
    count(nil) > 0 ? nil : purchases.reduce(0) { $0 + $1.licensesToBuy }
  }

  /// How many purchases the plan does that with; nil counts those of which nothing is known.
  func count(_ action: PurchaseAction?) -> Int { purchases.count { $0.action == action } }

  private func sum(_ amount: (PlannedPurchase) -> ExactAmount?) -> ExactAmount? {
    var sum = ExactSum()
    for purchase in purchases { sum.add(amount(purchase)) }
    return sum.amount
  }
}
