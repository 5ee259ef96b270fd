import BillingModel
import CalendarDates
import ExactNumbers

/// One purchase in the plan for its product and currency.
struct ConsolidationLine: Sendable {
  let plan: ConsolidationPlan
  let planned: PlannedPurchase

  var currency: Currency? { plan.currency }
  var purchase: SubscriptionFigures { planned.purchase }
}

extension ReportBasis {
  func consolidation() -> Report {
    let holders = CentralHolders(self)
    let plans = consolidationPlans(holders)
    let lines = plans.flatMap { plan in
      plan.purchases.map { ConsolidationLine(plan: plan, planned: $0) }
    }
    return Report(
      .consolidation, asOf: asOf, lines: lines, columns: consolidationColumns(holders),
      totals: .currency { $0.currency }, parts: [planTable(plans)],
      sources: .all { [self] in sources(of: [$0.purchase]) })
  }

  /// The plans ordered by product_name, product_id, currency; their purchases by subscription_id.
  private func consolidationPlans(_ holders: CentralHolders) -> [ConsolidationPlan] {
    let groups = Dictionary(grouping: subscriptions.filter { $0.isSelfService && !$0.hasEnded }) {
      ProductAndCurrency(product: $0.product, currency: $0.currency)
    }
    let expiry = data.subscriptions.expiresOn
    return groups.map { key, purchases in
      let planner = ConsolidationPlanner(
        purchases, currency: key.currency, central: takeoverTargets[key.product],
        endsOn: { expiry[$0.row] }, losesAccess: { !holders.withoutAccess($0).isEmpty })
      let (planned, doubt) = planner.plan()
      return ConsolidationPlan(
        product: products[key.product], currency: key.currency, purchases: planned, doubt: doubt)
    }.sorted {
      ProductOrder.isBefore(($0.product, $0.currency), ($1.product, $1.currency))
    }
  }

  private func consolidationColumns(
    _ holders: CentralHolders
  ) -> [LineColumn<ConsolidationLine>] {
    let (data, table) = (data, data.subscriptions)
    let (names, addresses) = (table.purchaserName, table.purchaserEmail)
    let (facts, deadlines) = (facts, CancellationDeadlines(data, asOf: asOf))
    return [
      .plain("product_id", .id) { .id($0.plan.product?.id) },
      .plain("product_name", .text) { .text(facts.name(subscription: $0.purchase.row)) },
      .plain("subscription_id", .id) { .id(data.text(.subscription, $0.purchase.code)) },
      .plain("purchaser_name", .text) { .text(names[$0.purchase.row]) },
      .plain("purchaser_email", .text) { .text(addresses[$0.purchase.row]) },
      .plain("action", .word) { .word($0.planned.action) },
      .plain("reason", .word) {
        $0.planned.reason == nil ? .notApplicable : .word($0.planned.reason)
      },
      .plain("move_to", .id) {
        $0.planned.target == nil
          ? .notApplicable : .id($0.planned.target.map { data.text(.subscription, $0.code) })
      },
      .summed("licenses_to_buy", .count) {
        .count($0.planned.action == nil ? nil : $0.planned.licensesToBuy)
      },
      .plain("people", .words) { holders.names(holders.everyone($0.purchase), of: $0.purchase) },
      .plain("lose_access", .words) {
        holders.names(holders.withoutAccess($0.purchase), of: $0.purchase)
      },
      .plain("cancel_by", .date) { deadlines.cell($0.purchase) },
      .plain("currency", .currency) { .currency($0.currency) },
      .summed("annual_cost", .money) { .money($0.purchase.annualCost, $0.currency) },
      .summed("buy_cost", .money) { .money($0.planned.buyCost, $0.currency) },
      .summed("annual_saving", .money) { .money($0.planned.annualSaving, $0.currency) },
      .plain("proof", .word) { $0.plan.proof },
      .plain("saving_at_most", .money) { $0.plan.savingAtMostCell },
    ]
  }

  /// `plans`: what the plan for each product and currency comes to.
  private func planTable(_ plans: [ConsolidationPlan]) -> DetailTable {
    DetailTable(
      "plans", lines: plans, columns: Self.planColumns, totals: .currency { $0.currency },
      sources: .all { $0.purchases.map { RowReference(.subscriptions, $0.purchase.row) } })
  }

  private static let planColumns: [LineColumn<ConsolidationPlan>] = [
    .plain("product_id", .id) { .id($0.product?.id) },
    .plain("product_name", .text) { .text($0.product?.name) },
    .summed("purchases", .count) { .count($0.purchases.count) },
    .summed("moved", .count) { .count($0.count(.move) + $0.count(.buy)) },
    .summed("canceled", .count) { .count($0.count(.cancel)) },
    .summed("kept", .count) { .count($0.count(.keep)) },
    .summed("undecided", .count) { .count($0.count(nil)) },
    .summed("licenses_to_buy", .count) { .count($0.licensesToBuy) },
    .plain("currency", .currency) { .currency($0.currency) },
    .summed("annual_cost", .money) { .money($0.annualCost, $0.currency) },
    .summed("buy_cost", .money) { .money($0.buyCost, $0.currency) },
    .summed("annual_saving", .money) { .money($0.annualSaving, $0.currency) },
    .summed("annual_saving_known", .money) { .money($0.knownSaving, $0.currency) },
    .plain("proof", .word) { $0.proof },
    .plain("saving_at_most", .money) { $0.savingAtMostCell },
  ]
}

extension ConsolidationPlan {
  /// Whether the plan is proven to be the cheapest, as a word.
  var proof: Cell { isProven.map { .word($0 ? "cheapest" : "best-found") } ?? .missing }

  /// What no plan can save more than; no meaning for one that is proven, or of which too little is known.
  var savingAtMostCell: Cell {
    savingAtMost == nil ? .notApplicable : .money(savingAtMost, currency)
  }
}

/// The last days on which purchases can be cancelled before they renew themselves.
private struct CancellationDeadlines: Sendable {
  private let expiry: DateColumn
  private let renewing: FlagColumn
  private let asOf: CalendarDate

  init(_ data: Dataset, asOf: CalendarDate) {
    (expiry, renewing) = (data.subscriptions.expiresOn, data.subscriptions.autoRenew)
    self.asOf = asOf
  }

  /// No meaning for a purchase that does not renew itself; unknown when its end is, or lies behind.
  func cell(_ purchase: SubscriptionFigures) -> Cell {
    if renewing[purchase.row] == false { return .notApplicable }
    return .date(expiry[purchase.row].flatMap { $0 >= asOf ? $0 : nil })
  }
}
