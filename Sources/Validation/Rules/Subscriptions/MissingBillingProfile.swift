import BillingModel
public import Diagnostics

extension RuleID {
  /// A third-party app in use that no billing profile pays.
  public static let missingBillingProfile = RuleID("missing-billing-profile")
}

extension Rule {
  static let missingBillingProfile = Rule(
    .missingBillingProfile, .violation,
    title: "third-party app without a billing profile",
    reason: """
      Each third-party app has exactly one billing profile, which decides on which invoice it is \
      and how it is paid. Without one it will not be paid, and then it is disabled for good.
      """,
    source: "R12",
    messages: ["{name} is {status} and has no billing profile"],
    help: "assign a billing profile to the app in the admin center, then export again",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,kind,status,billing_profile_id
      S-1,P-1,saas-app,active,
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,kind,status,billing_profile_id
      S-1,P-1,saas-app,active,BP-1
      S-2,P-1,saas-app,disabled,
      S-3,P-2,microsoft,active,
      """
  ) { context, findings in
    let table = context.data.subscriptions
    let profiles = table.billingProfileID
    let hasProfile = table.given("billing_profile_id")
    for row in table.rows where profiles.code(row) == nil && hasProfile[row] {
      let status = context.subscriptions.status(row)
      guard status == .active || status == .pending, context.subscriptions.isThirdParty(row) else {
        continue
      }
      findings.add(
        .subscriptions, row, "billing_profile_id",
        facts: [("name", context.subscriptions.name(row)), ("status", status.rawValue)])
    }
  }
}
