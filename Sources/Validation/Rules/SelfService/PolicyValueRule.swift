import BillingModel
public import Diagnostics

extension RuleID {
  /// A policy value that third-party products do not have.
  public static let policyValue = RuleID("policy-value")
}

extension Rule {
  static let policyValue = Rule(
    .policyValue, .violation,
    title: "policy value that the product does not have",
    reason: """
      Trials without a payment method exist for Microsoft products only. For a third-party product \
      the policy is either Enabled or Disabled, so nobody can say what this one does.
      """,
    source: "R38",
    messages: ["{name} is a third-party product: {policy} does not exist for it"],
    help: "set the policy of the product to Enabled or Disabled, then export again",
    bad: """
      -- products.csv
      product_id,product_name,kind
      P-1,Adatum Signatures,saas-app
      -- self_service_policies.csv
      product_id,value
      P-1,OnlyTrialsWithoutPaymentMethod
      """,
    good: """
      -- products.csv
      product_id,product_name,kind
      P-1,Adatum Signatures,saas-app
      P-2,Power BI Pro,microsoft
      -- self_service_policies.csv
      product_id,value
      P-1,Disabled
      P-2,OnlyTrialsWithoutPaymentMethod
      """
  ) { context, findings in
    let table = context.data.selfServicePolicies
    let (products, names, values) = (table.productID, table.productName, table.value)
    let thirdParty = ThirdPartyProducts(context)
    for row in table.rows where values[row] == .onlyTrials {
      guard let code = products.code(row), thirdParty.contains(code) else { continue }
      findings.add(
        .selfServicePolicies, row, "value",
        facts: [
          ("name", names[row] ?? products[row] ?? ""),
          ("policy", PolicyValue.onlyTrials.rawValue),
        ])
    }
  }
}

/// The products that are third-party apps: by the products table, else by their subscriptions.
private struct ThirdPartyProducts {
  private var codes: Set<Int> = []

  init(_ context: RuleContext) {
    let (products, keys) = (context.data.products, context.data.subscriptions.productID)
    let (ids, kinds) = (products.productID, products.kind)
    for row in products.rows where kinds[row]?.isThirdParty ?? false {
      if let code = ids.code(row) { codes.insert(code) }
    }
    for row in context.data.subscriptions.rows where context.subscriptions.isThirdParty(row) {
      if let code = keys.code(row) { codes.insert(code) }
    }
  }

  func contains(_ product: Int) -> Bool { codes.contains(product) }
}
