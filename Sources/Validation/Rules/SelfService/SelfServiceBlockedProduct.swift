import BillingModel
import CalendarDates
public import Diagnostics

extension RuleID {
  /// A self-service purchase of a product whose policy does not allow it.
  public static let selfServiceBlockedProduct = RuleID("self-service-blocked-product")
}

extension Rule {
  /// A note, and a warning for a purchase after the change.
  static let selfServiceBlockedProduct = Rule(
    .selfServiceBlockedProduct, .note,
    title: "self-service purchase of a blocked product",
    reason: """
      A policy that is set to Disabled stops later purchases only; those made before stay legal. A \
      purchase after the change means that the policy does not work.
      """,
    source: "R39",
    messages: [
      "{name} was bought by self-service on {bought}, after that was disabled on {changed}",
      "{name} was bought by self-service, which is disabled for it by now",
    ],
    help: "take the subscription over or ask its purchaser to cancel it, if it is not wanted",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,acquisition,purchased_on
      S-1,P-1,self-service,2026-01-15
      -- self_service_policies.csv
      product_id,policy_id,value,changed_on
      P-1,AllowSelfServicePurchase,Disabled,2026-01-10
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,acquisition,purchased_on
      S-1,P-1,self-service,2026-01-15
      S-2,P-2,central,2026-01-15
      -- self_service_policies.csv
      product_id,policy_id,value,changed_on
      P-1,AllowSelfServicePurchase,Enabled,2026-01-10
      P-2,AllowSelfServicePurchase,Disabled,2026-01-10
      """
  ) { context, findings in
    let table = context.data.subscriptions
    let (products, purchases) = (table.productID, table.purchasedOn)
    let blocked = BlockedProducts(context.data)
    for row in table.rows where context.subscriptions.isSelfService(row) {
      guard let code = products.code(row), blocked.contains(code) else { continue }
      let (bought, changed) = (purchases[row], blocked.changedOn(code))
      let isLater = CalendarDate.isGiven(changed, before: bought)
      findings.add(
        .subscriptions, row, "purchased_on", variant: isLater ? 0 : 1,
        severity: isLater ? .warning : .note,
        facts: [
          ("name", context.subscriptions.name(row)), ("bought", bought?.description ?? ""),
          ("changed", changed?.description ?? ""),
        ])
    }
  }
}

/// The products whose policy AllowSelfServicePurchase is Disabled.
private struct BlockedProducts {
  private var rows: [Int: Int] = [:]
  private let changes: DateColumn

  init(_ data: Dataset) {
    let table = data.selfServicePolicies
    let (products, policies, values) = (table.productID, table.policyID, table.value)
    changes = table.changedOn
    for row in table.rows where values[row] == .disabled {
      guard (policies[row] ?? "AllowSelfServicePurchase") == "AllowSelfServicePurchase",
        let code = products.code(row)
      else { continue }
      rows[code] = row
    }
  }

  func contains(_ product: Int) -> Bool { rows[product] != nil }

  func changedOn(_ product: Int) -> CalendarDate? { rows[product].flatMap { changes[$0] } }
}
