import BillingModel

extension DetailIndex {
  /// What one person bought, and who uses it.
  func buyer(_ buyer: Int) -> Detail {
    let purchases = purchasesByBuyer[buyer] ?? []
    let addresses = basis.data.subscriptions.purchaserEmail
    let lines = basis.purchaseLines(purchases)
    let held = lines.flatMap { Array(basis.licenses(of: $0.subscription)) }
    return Detail(
      kind: .buyer, id: buyers.id(buyer), name: buyers.name(buyer),
      fields: [
        DetailField("purchaser_name", .text, .text(buyers.name(buyer))),
        DetailField(
          "purchaser_email", .text,
          .text(purchases.lazy.compactMap { addresses[$0.row] }.first)),
        DetailField("purchases", .count, .count(purchases.count)),
        DetailField("assigned", .count, .count(held.count)),
      ],
      tables: [
        DetailTable(
          "purchases", lines: lines, columns: basis.purchaseColumns,
          totals: .currency { $0.subscription.currency },
          sources: .one { RowReference(.subscriptions, $0.subscription.row) }),
        assignedUsers(held),
      ],
      extra: [],
      findings: purchases.flatMap {
        basis.findings.findings(of: .subscription, $0.code)
      },
      sources: purchases.map { RowReference(.subscriptions, $0.row) })
  }

  /// `assignments`: who has which purchase.
  private func assignedUsers(_ held: [Int]) -> DetailTable {
    let (basis, subscriptions) = (basis, holders.subscriptions)
    let facts = basis.facts
    let bought: [LineColumn<Int>] = [
      .plain("subscription_id", .id) {
        .id(basis.data.text(.subscription, Int(subscriptions[$0])))
      },
      .plain("product_name", .text) {
        let figures = basis.figures(ofSubscription: Int(subscriptions[$0]))
        return .text(figures.flatMap { facts.name(subscription: $0.row) })
      },
    ]
    let rows = basis.licenses.rows
    return DetailTable(
      "assignments", lines: held, columns: bought + assignmentColumns,
      sources: .one { RowReference(.licenseAssignments, Int(rows[$0])) })
  }
}
