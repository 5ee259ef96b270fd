import BillingModel
import CalendarDates
import ExactNumbers

/// One product that has a policy, or that users bought themselves.
struct PolicyLine: Sendable {
  let id: String
  let name: String?
  let policy: PolicyValue?
  let changedOn: CalendarDate?
  /// The row in `self_service_policies`.
  let row: Int?
  let purchases: [SubscriptionFigures]
  var quantityBought = QuantitySum()

  init(
    id: String, name: String?, policy: PolicyValue?, changedOn: CalendarDate?, row: Int?,
    purchases: [SubscriptionFigures]
  ) {
    self.id = id
    self.name = name
    self.policy = policy
    self.changedOn = changedOn
    self.row = row
    self.purchases = purchases
    for purchase in purchases { quantityBought.add(purchase.quantity) }
  }
}

extension ReportBasis {
  func selfServicePolicies() -> Report {
    let lines = policyLines()
    return Report(
      .selfServicePolicies, asOf: asOf, lines: lines, columns: Self.policyColumns, totals: .none,
      parts: [boughtTable(lines)], sources: .all { [self] in sources(of: $0) })
  }

  /// The lines of the report in its order: product_name, product_id.
  private func policyLines() -> [PolicyLine] {
    let bought = Dictionary(grouping: subscriptions.filter(\.isSelfService), by: \.product)
    let (changes, names) = (
      data.selfServicePolicies.changedOn, data.selfServicePolicies.productName
    )
    let lines = Set(policies.products).union(bought.keys).map { product in
      let row = policies.row(ofProduct: product)
      return PolicyLine(
        id: data.text(.product, product),
        name: products[product]?.name ?? row.flatMap { names[$0] },
        policy: policies.value(ofProduct: product), changedOn: row.flatMap { changes[$0] },
        row: row, purchases: bought[product] ?? [])
    }
    return lines.sorted {
      TextOrder.isBefore(TextOrder.compare($0.name, $1.name), TextOrder.compare($0.id, $1.id))
    }
  }

  private func sources(of line: PolicyLine) -> [RowReference] {
    let policy = line.row.map { [RowReference(.selfServicePolicies, $0)] } ?? []
    return policy + line.purchases.map { RowReference(.subscriptions, $0.row) }
  }

  private static let policyColumns: [LineColumn<PolicyLine>] = [
    .plain("product_id", .id) { .id($0.id) },
    .plain("product_name", .text) { .text($0.name) },
    .plain("policy", .word) { .word($0.policy) },
    .plain("changed_on", .date) { .date($0.changedOn) },
    .plain("purchases", .count) { .count($0.purchases.count) },
    .plain("quantity_bought", .quantity) { .quantity($0.quantityBought.quantity) },
  ]
}
