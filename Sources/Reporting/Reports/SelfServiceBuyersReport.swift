import BillingModel
import ExactNumbers

/// One self-service subscription and who bought it.
struct PurchaseLine: Sendable {
  let subscription: SubscriptionFigures
  let id: String
  let purchaserName: String?
  let purchaserEmail: String?
  let takeover: Takeover?
}

extension ReportBasis {
  func selfServiceBuyers() -> Report {
    Report(
      .selfServiceBuyers, asOf: asOf, lines: purchaseLines(subscriptions.filter(\.isSelfService)),
      columns: purchaseColumns, totals: .currency { $0.subscription.currency },
      sources: .all { [self] in sources(of: [$0.subscription]) })
  }

  /// The lines of purchases, ordered by purchaser_name, purchaser_email, subscription_id.
  func purchaseLines(_ purchases: [SubscriptionFigures]) -> [PurchaseLine] {
    let names = data.subscriptions.purchaserName
    let addresses = data.subscriptions.purchaserEmail
    let lines = purchases.map { purchase in
      PurchaseLine(
        subscription: purchase, id: data.text(.subscription, purchase.code),
        purchaserName: names[purchase.row], purchaserEmail: addresses[purchase.row],
        takeover: takeoverTargets.takeover(of: purchase))
    }
    return lines.sorted {
      TextOrder.isBefore(
        TextOrder.compare($0.purchaserName, $1.purchaserName),
        TextOrder.compare($0.purchaserEmail, $1.purchaserEmail), TextOrder.compare($0.id, $1.id))
    }
  }

  /// The columns of the report, also of the purchases on a buyer's page.
  var purchaseColumns: [LineColumn<PurchaseLine>] {
    let expiry = data.subscriptions.expiresOn
    let (basis, facts, policies) = (self, facts, policies)
    return [
      .plain("purchaser_name", .text) { .text($0.purchaserName) },
      .plain("purchaser_email", .text) { .text($0.purchaserEmail) },
      .plain("subscription_id", .id) { .id($0.id) },
      .plain("product_id", .id) { .id(basis.data.text(.product, $0.subscription.product)) },
      .plain("product_name", .text) { .text(facts.name(subscription: $0.subscription.row)) },
      .summed("quantity", .quantity) { .quantity($0.subscription.quantity) },
      .summed("assigned", .count) { .count($0.subscription.assignedCount) },
      .plain("currency", .currency) { .currency($0.subscription.currency) },
      .summed("purchase_price", .money) {
        .money($0.subscription.purchasePrice, $0.subscription.currency)
      },
      .plain("expires_on", .date) { .date(expiry[$0.subscription.row]) },
      .plain("status", .word) { .word($0.subscription.status) },
      .plain("policy", .word) { .word(policies.value(ofProduct: $0.subscription.product)) },
      .plain("takeover", .text) { .text($0.takeover?.description) },
    ]
  }
}
