import BillingModel
public import Diagnostics

extension RuleID {
  /// A product that one person holds through two or more subscriptions in use.
  public static let duplicateLicense = RuleID("duplicate-license")
}

extension Rule {
  static let duplicateLicense = Rule(
    .duplicateLicense, .warning,
    title: "product that one person holds twice",
    reason: """
      A person needs one licence of a product. Each further one, through another subscription in \
      use, is paid twice. The one assigned first is kept; a licence without a date counts as last.
      """,
    source: "DEFINITIONS: reclaimable",
    messages: ["{assignee} holds {name} through {subscription} and already through {kept}"],
    help: "take the licence of {subscription} away from {assignee}; that of {kept} stays",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id
      S-1,P-1
      S-2,P-1
      -- license_assignments.csv
      subscription_id,assignee_id,assigned_on
      S-1,ana@contoso.example,2026-01-05
      S-2,Ana@contoso.example,2025-12-01
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id
      S-1,P-1
      S-2,P-2
      -- license_assignments.csv
      subscription_id,assignee_id,assigned_on
      S-1,ana@contoso.example,2026-01-05
      S-2,ana@contoso.example,2025-12-01
      """
  ) { context, licenses, findings in
    let data = context.data
    let subscriptions = data.licenseAssignments.subscriptionID
    for duplicate in DuplicateLicenses(data, licenses).all {
      let (row, kept) = (duplicate.row, duplicate.keptRow)
      let assignee = data.text(.party, duplicate.assignee)
      let subscription = subscriptions.code(row).flatMap { data.subscriptionRow($0) }
      findings.add(
        .licenseAssignments, row, "assignee_id",
        subject: context.subjects.license(row, of: assignee),
        facts: [
          ("assignee", assignee), ("name", subscription.map(context.subscriptions.name) ?? ""),
          ("subscription", subscriptions[row] ?? ""), ("kept", subscriptions[kept] ?? ""),
        ])
    }
  }
}
