import BillingModel
public import Diagnostics

extension RuleID {
  /// A licence assigned in a role that may not assign licences.
  public static let assignerRole = RuleID("assigner-role")
}

extension Rule {
  static let assignerRole = Rule(
    .assignerRole, .violation,
    title: "licence assigned in a role that may not assign",
    reason: """
      Only global, licence and user administrators assign licences. Billing administrators and \
      service support administrators may not, so the record or somebody's rights are wrong.
      """,
    source: "R16",
    messages: ["{assignee} got the licence from the role {role}, which may not assign licences"],
    help: "find out who assigned the licence, and check which roles that person holds",
    bad: """
      -- license_assignments.csv
      subscription_id,assignee_id,assigned_by_role
      S-1,ana@contoso.example,billing-admin
      """,
    good: """
      -- license_assignments.csv
      subscription_id,assignee_id,assigned_by_role
      S-1,ana@contoso.example,license-admin
      S-1,bo@contoso.example,
      """
  ) { context, findings in
    let people = context.data.licenseAssignments.assigneeID
    let roles = context.data.licenseAssignments.assignedByRole
    roles.forEachRow(
      of: context.data.licenseAssignments.rows, having: [.billingAdmin, .serviceSupportAdmin]
    ) { row, role in
      findings.add(
        .licenseAssignments, row, "assigned_by_role",
        facts: [("assignee", people[row] ?? ""), ("role", role.rawValue)])
    }
  }
}
