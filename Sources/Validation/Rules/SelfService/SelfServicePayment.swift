import BillingModel
public import Diagnostics

extension RuleID {
  /// A self-service purchase that is not paid by credit card.
  public static let selfServicePayment = RuleID("self-service-payment")
}

extension Rule {
  static let selfServicePayment = Rule(
    .selfServicePayment, .violation,
    title: "self-service purchase not paid by credit card",
    reason: """
      Self-service purchases are paid by the purchaser's credit card only; they are not invoiced. \
      Another payment method means a wrong billing profile, or that it is no self-service purchase.
      """,
    source: "R32",
    messages: ["{name} was bought by self-service, but {profile} pays by {method}"],
    help: "look up the purchase and its billing profile in the admin center",
    bad: """
      -- billing_profiles.csv
      billing_profile_id,name,payment_method
      BP-1,Contoso Sweden,wire-transfer
      -- subscriptions.csv
      subscription_id,product_id,acquisition,billing_profile_id
      S-1,P-1,self-service,BP-1
      """,
    good: """
      -- billing_profiles.csv
      billing_profile_id,name,payment_method
      BP-1,Contoso Sweden,wire-transfer
      BP-2,Ana Berg,credit-card
      -- subscriptions.csv
      subscription_id,product_id,acquisition,billing_profile_id
      S-1,P-1,self-service,BP-2
      S-2,P-1,central,BP-1
      """
  ) { context, findings in
    let codes = context.data.subscriptions.billingProfileID
    let profiles = context.data.billingProfiles
    let (methods, names) = (profiles.paymentMethod, profiles.name)
    for row in context.data.subscriptions.rows where context.subscriptions.isSelfService(row) {
      guard let profile = codes.code(row).flatMap({ context.data.billingProfileRow($0) }),
        let method = methods[profile], method != .creditCard
      else { continue }
      findings.add(
        .subscriptions, row, "billing_profile_id",
        facts: [
          ("name", context.subscriptions.name(row)), ("method", method.rawValue),
          ("profile", names[profile] ?? codes[row] ?? ""),
        ])
    }
  }
}
