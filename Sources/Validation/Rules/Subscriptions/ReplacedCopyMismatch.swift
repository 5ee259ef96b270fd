import BillingModel
public import Diagnostics

extension RuleID {
  /// A copy that replaces a subscription which is not disabled, or of another product.
  public static let replacedCopyMismatch = RuleID("replaced-copy-mismatch")
}

extension Rule {
  static let replacedCopyMismatch = Rule(
    .replacedCopyMismatch, .warning,
    title: "copy that replaces the wrong subscription",
    reason: """
      Another copy of an app is bought because the first one was disabled. A copy of another \
      product, or of a subscription that is not disabled, may be paid twice.
      """,
    source: "R11",
    messages: [
      "{name} replaces {replaced}, which is {status} and not disabled",
      "{name} replaces {replaced}, which is a subscription of {other}",
    ],
    help: "look up which subscription was replaced; cancel one of the two if both are paid",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,kind,status,replaces_subscription_id
      S-1,P-1,saas-app,active,
      S-2,P-1,saas-app,active,S-1
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,kind,status,replaces_subscription_id
      S-1,P-1,saas-app,disabled,
      S-2,P-1,saas-app,active,S-1
      """
  ) { context, findings in
    let table = context.data.subscriptions
    let (products, replacements) = (table.productID, table.replacesSubscriptionID)
    let facts = context.subscriptions
    for row in table.rows {
      guard let code = replacements.code(row), let replaced = context.data.subscriptionRow(code)
      else { continue }
      let isDisabled = facts.status(replaced) == .disabled
      guard !isDisabled || products.code(row) != products.code(replaced) else { continue }
      findings.add(
        .subscriptions, row, "replaces_subscription_id", variant: isDisabled ? 1 : 0,
        facts: [
          ("name", facts.name(row)), ("replaced", facts.id(replaced)),
          ("status", facts.status(replaced).rawValue), ("other", facts.name(replaced)),
        ])
    }
  }
}
