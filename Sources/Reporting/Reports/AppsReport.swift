import BillingModel

/// One third-party subscription.
struct AppLine: Sendable {
  let subscription: SubscriptionFigures
  let id: String
  let name: String?
  let kind: ProductKind
}

extension ReportBasis {
  func apps() -> Report {
    let lines = subscriptions.compactMap { subscription -> AppLine? in
      guard let kind = facts.kind(subscription: subscription.row), kind.isThirdParty else {
        return nil
      }
      return AppLine(
        subscription: subscription, id: data.text(.subscription, subscription.code),
        name: facts.name(subscription: subscription.row), kind: kind)
    }
    let sorted = lines.sorted {
      TextOrder.isBefore(TextOrder.compare($0.name, $1.name), TextOrder.compare($0.id, $1.id))
    }
    return Report(
      .apps, asOf: asOf, lines: sorted, columns: appColumns, totals: .none,
      sources: .all { [self] in sources(of: [$0.subscription]) })
  }

  private var appColumns: [LineColumn<AppLine>] {
    let (table, facts, findings) = (data.subscriptions, facts, findings)
    let (channels, storefronts, clouds) = (table.channel, table.storefront, table.cloud)
    let (regions, profiles) = (table.region, table.billingProfileID)
    let (activation, expiry) = (table.activatedOn, table.expiresOn)
    return [
      .plain("subscription_id", .id) { .id($0.id) },
      .plain("product_name", .text) { .text($0.name) },
      .plain("publisher", .text) { .text(facts.publisher(subscription: $0.subscription.row)) },
      .plain("kind", .word) { .word($0.kind) },
      .plain("channel", .word) { .word(channels[$0.subscription.row]) },
      .plain("storefront", .word) { .word(storefronts[$0.subscription.row]) },
      .plain("region", .text) { .text(regions[$0.subscription.row]) },
      .plain("cloud", .word) { .word(clouds[$0.subscription.row] ?? .worldwide) },
      .plain("pricing_model", .word) {
        .word(facts.pricingModel(subscription: $0.subscription.row))
      },
      .plain("quantity", .quantity) { .quantity($0.subscription.quantity) },
      .plain("assigned", .count) { .count($0.subscription.assignedCount) },
      .plain("status", .word) { .word($0.subscription.status) },
      .plain("activated_on", .date) { .date(activation[$0.subscription.row]) },
      .plain("expires_on", .date) { .date(expiry[$0.subscription.row]) },
      .plain("billing_profile_id", .id) { .id(profiles[$0.subscription.row]) },
      .plain("where_to_manage", .record) {
        .record(WhereToManage.tasks($0.kind, storefronts[$0.subscription.row]))
      },
      .plain("findings", .words) { .words(findings.rules(ofSubscription: $0.subscription.code)) },
    ]
  }
}
