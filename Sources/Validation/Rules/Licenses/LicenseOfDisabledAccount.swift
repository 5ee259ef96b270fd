import BillingModel
public import Diagnostics

extension RuleID {
  /// A licence of a user whose account is disabled.
  public static let licenseOfDisabledAccount = RuleID("license-of-disabled-account")
}

extension Rule {
  static let licenseOfDisabledAccount = Rule(
    .licenseOfDisabledAccount, .warning,
    title: "licence of a disabled account",
    reason: "Nobody signs in to a disabled account: its licences are paid for nobody.",
    source: "DEFINITIONS: reclaimable",
    messages: ["the account of {assignee} is disabled, but it has a licence"],
    help: "take the licence away from {assignee}, or enable the account",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,status
      S-1,P-1,active
      -- users.csv
      user_principal_name,account_enabled
      ana@contoso.example,false
      -- license_assignments.csv
      subscription_id,assignee_id
      S-1,ana@contoso.example
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,status
      S-1,P-1,active
      -- users.csv
      user_principal_name,account_enabled
      ana@contoso.example,true
      -- license_assignments.csv
      subscription_id,assignee_id
      S-1,ana@contoso.example
      """
  ) { context, findings in
    let people = context.data.licenseAssignments.assigneeID
    let enabled = context.data.users.accountEnabled
    context.forEachLicenseInUse(where: { enabled[$0] == false }) { row, _ in
      findings.add(
        .licenseAssignments, row, "assignee_id", facts: [("assignee", people[row] ?? "")])
    }
  }
}
