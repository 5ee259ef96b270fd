import BillingModel
import CalendarDates
import ExactNumbers

/// The purchases of one product in one currency, seen from the last change of its policy.
struct PolicyPurchases: Sendable {
  let policy: PolicyLine
  let currency: Currency?
  let purchases: [SubscriptionFigures]
  /// Bought on the day of the change or before.
  private(set) var before = 0
  /// Bought later.
  private(set) var after = 0
  /// The day of the purchase or of the change is not known.
  private(set) var undated = 0
  /// What a year of the purchases costs that are neither disabled nor deleted.
  private(set) var annualCost = ExactSum()

  /// `boughtOn` is the day of a purchase.
  init(
    _ policy: PolicyLine, _ currency: Currency?, _ purchases: [SubscriptionFigures],
    boughtOn: (SubscriptionFigures) -> CalendarDate?
  ) {
    self.policy = policy
    self.currency = currency
    self.purchases = purchases
    for purchase in purchases {
      if !purchase.hasEnded { annualCost.add(purchase.annualCost) }
      guard let changed = policy.changedOn, let day = boughtOn(purchase) else {
        undated += 1
        continue
      }
      if day > changed { after += 1 } else { before += 1 }
    }
  }
}

extension ReportBasis {
  /// `bought`: what was bought before and after a product's policy changed, and what it costs.
  func boughtTable(_ lines: [PolicyLine]) -> DetailTable {
    let days = data.subscriptions.purchasedOn
    let bought = lines.flatMap { line in
      Dictionary(grouping: line.purchases, by: \.currency)
        .sorted { Currency.isBefore($0.key, $1.key) }
        .map { PolicyPurchases(line, $0.key, $0.value) { days[$0.row] } }
    }
    return DetailTable(
      "bought", lines: bought, columns: Self.boughtColumns, totals: .currency { $0.currency },
      sources: .all { $0.purchases.map { RowReference(.subscriptions, $0.row) } })
  }

  private static let boughtColumns: [LineColumn<PolicyPurchases>] = [
    .plain("product_id", .id) { .id($0.policy.id) },
    .plain("product_name", .text) { .text($0.policy.name) },
    .plain("policy", .word) { .word($0.policy.policy) },
    .plain("changed_on", .date) { .date($0.policy.changedOn) },
    .summed("bought_before", .count) { .count($0.before) },
    .summed("bought_after", .count) { .count($0.after) },
    .summed("bought_undated", .count) { .count($0.undated) },
    .plain("currency", .currency) { .currency($0.currency) },
    .summed("annual_cost", .money) { .money($0.annualCost.amount, $0.currency) },
  ]
}
