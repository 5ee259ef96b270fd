import BillingModel
public import Diagnostics

extension RuleID {
  /// A subscription id that no table of the run has.
  public static let unknownSubscription = RuleID("unknown-subscription")
}

extension Rule {
  static let unknownSubscription = Rule(
    .unknownSubscription, .violation,
    title: "subscription id that is in no subscriptions table",
    reason: """
      Licences and charges of an unknown subscription count in no figure of a product: nobody sees \
      that they are held or paid.
      """,
    source: "SCHEMA: license_assignments, invoice_lines, subscriptions.replaces_subscription_id",
    messages: ["subscription `{id}` is not in the subscriptions table"],
    help: """
      export the subscriptions again, those that have ended included, so that `{id}` is among \
      them; or correct the id
      """,
    bad: """
      -- subscriptions.csv
      subscription_id,product_id
      S-1,P-1
      -- license_assignments.csv
      subscription_id,assignee_id
      S-2,ana@contoso.example
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id
      S-1,P-1
      -- license_assignments.csv
      subscription_id,assignee_id
      S-1,ana@contoso.example
      """
  ) { context, findings in
    let data = context.data
    guard
      let known = KnownIDs(.subscription, of: .subscriptions, in: data, row: data.subscriptionRow)
    else { return }
    let (assignments, lines) = (data.licenseAssignments, data.invoiceLines)
    findings.addUnknown(
      in: assignments, assignments.subscriptionID, named: "subscription_id", known: known)
    findings.addUnknown(in: lines, lines.subscriptionID, named: "subscription_id", known: known)
    findings.addUnknown(
      in: data.subscriptions, data.subscriptions.replacesSubscriptionID,
      named: "replaces_subscription_id", known: known)
  }
}
