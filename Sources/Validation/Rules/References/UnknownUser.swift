import BillingModel
public import Diagnostics

extension RuleID {
  /// A user that no table of the run has.
  public static let unknownUser = RuleID("unknown-user")
}

extension Rule {
  static let unknownUser = Rule(
    .unknownUser, .violation,
    title: "user who is in no users table",
    reason: """
      A licence of somebody who is not in the directory is probably one of a deleted account, and \
      is paid for nobody.
      """,
    source: "SCHEMA: license_assignments (users), group_members, billing_profile_roles",
    messages: ["user `{id}` is not in the users table"],
    help: """
      export all users, guests and blocked accounts included, so that `{id}` is among them; if the \
      account is gone, take the licence, membership or role away
      """,
    bad: """
      -- users.csv
      user_principal_name,display_name
      ana@contoso.example,Ana
      -- license_assignments.csv
      subscription_id,assignee_id,assignee_kind
      S-1,ANA@contoso.example,user
      S-1,gone@contoso.example,user
      """,
    good: """
      -- users.csv
      user_principal_name,display_name
      ana@contoso.example,Ana
      -- license_assignments.csv
      subscription_id,assignee_id,assignee_kind
      S-1,ANA@contoso.example,user
      """
  ) { context, findings in
    let data = context.data
    guard let known = KnownIDs(.party, of: .users, in: data, row: data.userRow) else { return }
    let column = "user_principal_name"
    let assignments = data.licenseAssignments
    let kinds = assignments.assigneeKind
    findings.addUnknown(
      in: assignments, assignments.assigneeID, named: "assignee_id", known: known
    ) { row in kinds[row] != .group }
    let (members, roles) = (data.groupMembers, data.billingProfileRoles)
    findings.addUnknown(in: members, members.userPrincipalName, named: column, known: known)
    findings.addUnknown(in: roles, roles.userPrincipalName, named: column, known: known)
  }
}
