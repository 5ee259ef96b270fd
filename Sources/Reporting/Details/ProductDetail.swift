import BillingModel

extension DetailIndex {
  /// What is known of a product, its figures by currency and its subscriptions.
  func product(_ code: Int) -> Detail {
    let entry = basis.products[code]
    let subscriptions = subscriptionsByProduct[code] ?? []
    let policyRow = basis.policies.row(ofProduct: code)
    let changes = basis.data.selfServicePolicies.changedOn
    let ownRows = entry?.row.map { [RowReference(.products, $0)] } ?? []
    let policyRows = policyRow.map { [RowReference(.selfServicePolicies, $0)] } ?? []
    return Detail(
      kind: .product, id: basis.data.text(.product, code), name: entry?.name,
      fields: [
        DetailField("product_id", .id, .id(basis.data.text(.product, code))),
        DetailField("product_name", .text, .text(entry?.name)),
        DetailField("kind", .word, .word(entry?.kind)),
        DetailField("publisher", .text, .text(entry?.publisher)),
        DetailField("pricing_model", .word, .word(entry?.pricingModel)),
        DetailField("policy", .word, .word(basis.policies.value(ofProduct: code))),
        DetailField("changed_on", .date, .date(policyRow.flatMap { changes[$0] })),
        DetailField("subscriptions", .count, .count(subscriptions.count)),
        DetailField("users", .count, .count(userCounts[code] ?? 0)),
      ],
      tables: [
        basis.usageTable(usage[code] ?? []),
        basis.subscriptionTable(subscriptions),
      ],
      extra: entry?.row.map { WholeRow(basis.data.products).extra($0) } ?? [],
      findings: basis.findings.findings(of: .product, code)
        + (subscriptionsByProduct[code] ?? []).flatMap {
          basis.findings.findings(of: .subscription, $0.code)
        },
      sources: ownRows + policyRows
        + subscriptions.map { RowReference(.subscriptions, $0.row) })
  }
}

extension ReportBasis {
  /// `figures`: the product's rows of license-usage.
  func usageTable(_ lines: [LicenseUsageLine]) -> DetailTable {
    DetailTable(
      "figures", lines: lines, columns: Self.licenseUsageColumns,
      sources: .all { [self] in sources(of: $0) })
  }

  /// `subscriptions`: what each costs and who uses it.
  func subscriptionTable(_ subscriptions: [SubscriptionFigures]) -> DetailTable {
    DetailTable(
      "subscriptions", lines: subscriptions, columns: subscriptionColumns,
      totals: .currency { $0.currency }, sources: .one { RowReference(.subscriptions, $0.row) })
  }

  private var subscriptionColumns: [LineColumn<SubscriptionFigures>] {
    let (basis, table) = (self, data.subscriptions)
    let (names, terms, expiry) = (table.purchaserName, table.billingFrequency, table.expiresOn)
    return [
      .plain("subscription_id", .id) { .id(basis.data.text(.subscription, $0.code)) },
      .plain("status", .word) { .word($0.status) },
      .plain("acquisition", .word) { .word($0.acquisition) },
      .plain("purchaser_name", .text) { .text(names[$0.row]) },
      .summed("quantity", .quantity) { .quantity($0.quantity) },
      .summed("assigned", .count) { .count($0.assignedCount) },
      .summed("available", .count) { $0.availableCell },
      .summed("over_assigned", .count) { .count($0.overAssigned) },
      .summed("reclaimable", .count) { .count(basis.reclaimable(in: $0)) },
      .plain("currency", .currency) { .currency($0.currency) },
      .plain("unit_price", .decimal) { .decimal($0.unitPrice) },
      .plain("billing_frequency", .word) { .word(terms[$0.row]) },
      .summed("monthly_cost", .money) { .money($0.monthlyCost, $0.currency) },
      .plain("expires_on", .date) { .date(expiry[$0.row]) },
    ]
  }
}

extension SubscriptionFigures {
  /// How it was bought.
  var acquisition: Acquisition { isSelfService ? .selfService : .central }

  /// Licences nobody has: without a meaning when Unlimited.
  var availableCell: Cell { quantity == .unlimited ? .notApplicable : .count(available) }
}
