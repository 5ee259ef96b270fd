import BillingModel
import CalendarDates
import ExactNumbers

/// Plans the takeover of the purchases of one product in one currency.
///
/// A purchase is taken over whole: its people move to one central subscription, which needs a licence
/// for each of them (R28), or it is cancelled (R27). The plan cancels only where nobody loses access;
/// otherwise it moves, buys licences where that is cheaper than the purchase, or lets it be. Only
/// subscriptions of the purchase's own currency are looked at, because prices of two are not compared.
struct ConsolidationPlanner {
  private let purchases: [SubscriptionFigures]
  private let currency: Currency?
  /// The active central subscriptions of the product, in any currency.
  private let central: [SubscriptionFigures]
  private let endsOn: (SubscriptionFigures) -> CalendarDate?
  /// True when somebody has the product from that purchase only.
  private let losesAccess: (SubscriptionFigures) -> Bool

  /// `purchases` and `central` are ordered by id.
  init(
    _ purchases: [SubscriptionFigures], currency: Currency?, central: [SubscriptionFigures],
    endsOn: @escaping (SubscriptionFigures) -> CalendarDate?,
    losesAccess: @escaping (SubscriptionFigures) -> Bool
  ) {
    self.purchases = purchases
    self.currency = currency
    self.central = central
    self.endsOn = endsOn
    self.losesAccess = losesAccess
  }

  /// The purchases with what becomes of them, and the doubt of `ConsolidationPlan`.
  func plan() -> (purchases: [PlannedPurchase], doubt: ExactAmount?) {
    var planned = purchases.map(settled)
    let open = purchases.indices.filter { planned[$0] == nil }
    let targets = central.filter { $0.currency == currency && $0.quantity != nil }
    guard let found = problem(open, targets).cheapestPlan() else {
      // Amounts too large to be added up are unknown, as they are everywhere.
      return (zip(purchases, planned).map { $1 ?? PlannedPurchase($0, nil, .priceUnknown) }, nil)
    }
    let reason = reasonToKeep(targets)
    for (target, moved) in Dictionary(grouping: zip(open, found.choices), by: \.1) {
      let places = moved.map(\.0)
      guard let target else {
        for place in places { planned[place] = PlannedPurchase(purchases[place], .keep, reason) }
        continue
      }
      for (place, missing) in licensesToBuy(places, in: targets[target]) {
        planned[place] = PlannedPurchase(
          purchases[place], to: targets[target], licensesToBuy: missing)
      }
    }
    let all = planned.compactMap { $0 }
    let isWhole = all.allSatisfy { $0.action != nil }
    return (all, isWhole ? ExactAmount(thirtySixths: found.cost - found.leastCost) : nil)
  }

  private func problem(_ open: [Int], _ targets: [SubscriptionFigures]) -> MoveProblem {
    MoveProblem(
      purchases: open.map { place in
        MoveProblem.Purchase(
          people: purchases[place].assigned,
          cost: purchases[place].annualCost?.thirtySixths ?? 0)
      },
      targets: targets.map { target in
        MoveProblem.Target(
          available: target.quantity?.number.map { $0 - target.assigned },
          price: target.annualCostPerLicense?.thirtySixths)
      })
  }

  /// What becomes of a purchase whatever the others do; nil when that is a question of the plan.
  private func settled(_ purchase: SubscriptionFigures) -> PlannedPurchase? {
    if purchase.isPooled { return PlannedPurchase(purchase, nil, .usersUnknown) }
    if purchase.assigned == 0 { return PlannedPurchase(purchase, .cancel, .unused) }
    if !losesAccess(purchase) { return PlannedPurchase(purchase, .cancel, .covered) }
    guard purchase.annualCost?.thirtySixths == nil else { return nil }
    let lacksQuantity = purchase.comparablePrice != nil && purchase.quantity?.number == nil
    return PlannedPurchase(purchase, nil, lacksQuantity ? .quantityUnknown : .priceUnknown)
  }

  /// Who of those that move there gets how many bought licences: what is left goes to the purchases
  /// that end first.
  private func licensesToBuy(
    _ moving: [Int], in target: SubscriptionFigures
  ) -> [(place: Int, missing: Int)] {
    guard var left = target.quantity?.number.map({ $0 - target.assigned }) else {
      return moving.map { ($0, 0) }
    }
    let ends = purchases.map { endsOn($0)?.days ?? .max }
    return moving.sorted { (ends[$0], $0) < (ends[$1], $1) }.map { place in
      let need = purchases[place].assigned
      let missing = max(0, need - left)
      left = max(0, left - need)
      return (place, missing)
    }
  }

  /// Why a purchase stays when the plan has no place for it.
  private func reasonToKeep(_ targets: [SubscriptionFigures]) -> PurchaseReason {
    let own = central.filter { $0.currency == currency }
    if central.isEmpty { return .noCentralSubscription }
    if own.isEmpty { return .otherCurrency }
    if targets.contains(where: { $0.annualCostPerLicense != nil }) { return .notCheaper }
    return own.allSatisfy(\.isFlatRate) && targets.count == own.count
      ? .noFreeLicense : .centralUnknown
  }
}
