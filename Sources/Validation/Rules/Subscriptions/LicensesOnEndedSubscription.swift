import BillingModel
public import Diagnostics

extension RuleID {
  /// A licence of a subscription that is disabled or deleted.
  public static let licensesOnEndedSubscription = RuleID("licenses-on-ended-subscription")
}

extension Rule {
  static let licensesOnEndedSubscription = Rule(
    .licensesOnEndedSubscription, .violation,
    title: "licence of a subscription that has ended",
    reason: """
      Users of a disabled or deleted subscription have no access. The licence helps nobody, and \
      hides that the person needs another.
      """,
    source: "R49",
    messages: ["{assignee} has a licence of {name}, which is {status}"],
    help: """
      move {assignee} to a subscription in use if the work needs it, then take this licence away
      """,
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,status
      S-1,P-1,deleted
      -- license_assignments.csv
      subscription_id,assignee_id
      S-1,ana@contoso.example
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,status
      S-1,P-1,expired
      -- license_assignments.csv
      subscription_id,assignee_id
      S-1,ana@contoso.example
      """
  ) { context, findings in
    let people = context.data.licenseAssignments.assigneeID
    let facts = context.subscriptions
    context.forEachAssignment(where: { facts.status($0).isEnded }) { row, subscription in
      let status = facts.status(subscription)
      findings.add(
        .licenseAssignments, row, "subscription_id",
        facts: [
          ("assignee", people[row] ?? ""), ("name", context.subscriptions.name(subscription)),
          ("status", status.rawValue),
        ])
    }
  }
}
