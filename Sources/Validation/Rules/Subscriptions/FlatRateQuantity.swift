import BillingModel
public import Diagnostics

extension RuleID {
  /// A flat-rate subscription with a number of licences, or one per licence with Unlimited.
  public static let flatRateQuantity = RuleID("flat-rate-quantity")
}

extension Rule {
  static let flatRateQuantity = Rule(
    .flatRateQuantity, .violation,
    title: "quantity that does not fit the pricing model",
    reason: """
      A flat rate pays for all users, so its quantity is shown as Unlimited; a price per licence \
      needs a number. One of the two columns is wrong, and with it every figure per licence.
      """,
    source: "R4",
    messages: [
      "{name} has a flat rate, but its quantity is {quantity} and not Unlimited",
      "{name} is priced per licence, but its quantity is Unlimited and not a number",
    ],
    help: """
      look the pricing model up in the publisher's offer, then correct pricing_model or quantity \
      in the export
      """,
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,pricing_model,quantity
      S-1,P-1,flat-rate,25
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,pricing_model,quantity
      S-1,P-1,flat-rate,Unlimited
      S-2,P-2,per-license,25
      """
  ) { context, findings in
    let quantities = context.data.subscriptions.quantity
    for row in context.data.subscriptions.rows {
      guard let quantity = quantities[row] else { continue }
      let name = context.subscriptions.name(row)
      switch (context.subscriptions.pricingModel(row), quantity) {
      case (.flatRate, .count(let number)):
        findings.add(
          .subscriptions, row, "quantity",
          facts: [("name", name), ("quantity", String(number))])
      case (.perLicense, .unlimited):
        findings.add(.subscriptions, row, "quantity", variant: 1, facts: [("name", name)])
      default: continue
      }
    }
  }
}
