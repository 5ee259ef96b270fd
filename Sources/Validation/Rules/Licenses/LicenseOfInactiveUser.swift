import BillingModel
import CalendarDates
public import Diagnostics

extension RuleID {
  /// A licence of a user who has not signed in for a long time.
  public static let licenseOfInactiveUser = RuleID("license-of-inactive-user")
}

extension RuleThreshold {
  static let inactiveDays = RuleThreshold(.licenseOfInactiveUser, "days", 90)
}

extension Rule {
  static let licenseOfInactiveUser = Rule(
    .licenseOfInactiveUser, .warning,
    title: "licence of somebody who does not sign in",
    reason: """
      Somebody who has not signed in for 90 days does not use the licence. Without a date nothing \
      is known, and nothing is said.
      """,
    source: "DEFINITIONS: reclaimable",
    messages: ["{assignee} has a licence and last signed in on {seen} (days since then: {days})"],
    help: "ask {assignee} whether the licence is needed, or take it away",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,status
      S-1,P-1,active
      -- users.csv
      user_principal_name,last_sign_in_on
      ana@contoso.example,2025-11-02
      -- license_assignments.csv
      subscription_id,assignee_id
      S-1,ana@contoso.example
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,status
      S-1,P-1,active
      -- users.csv
      user_principal_name,last_sign_in_on
      ana@contoso.example,2025-11-03
      bo@contoso.example,
      -- license_assignments.csv
      subscription_id,assignee_id
      S-1,ana@contoso.example
      S-1,bo@contoso.example
      """
  ) { context, findings in
    let people = context.data.licenseAssignments.assigneeID
    let signIns = context.data.users.lastSignInOn
    let limit = context.settings.days(.inactiveDays)
    func absence(_ user: Int) -> Int? { signIns[user].map { context.asOf.days(since: $0) } }
    context.forEachLicenseInUse(where: { absence($0) ?? 0 >= limit }) { row, user in
      guard let seen = signIns[user], let days = absence(user) else { return }
      findings.add(
        .licenseAssignments, row, "assignee_id",
        facts: [("assignee", people[row] ?? ""), ("seen", "\(seen)"), ("days", String(days))])
    }
  }
}
