import BillingModel
public import Diagnostics

extension RuleID {
  /// A licence of a group whose members are not known.
  public static let groupMembersUnknown = RuleID("group-members-unknown")
}

extension Rule {
  static let groupMembersUnknown = Rule(
    .groupMembersUnknown, .note,
    title: "licence of a group without known members",
    reason: """
      A group uses one licence for each of its members. Without them it counts as one, so that \
      assigned licences and their users are probably too low.
      """,
    source: "SCHEMA: assigned",
    messages: ["group {group} has a licence, but its members are not known: it counts as one"],
    help: "export the members of {group} as group_members",
    bad: """
      -- license_assignments.csv
      subscription_id,assignee_id,assignee_kind
      S-1,group-1,group
      """,
    good: """
      -- license_assignments.csv
      subscription_id,assignee_id,assignee_kind
      S-1,group-1,group
      -- group_members.csv
      group_id,user_principal_name
      Group-1,ana@contoso.example
      """
  ) { context, findings in
    let table = context.data.licenseAssignments
    let (groups, kinds) = (table.assigneeID, table.assigneeKind)
    let members = GroupMembership(context.data)
    kinds.forEachRow(of: table.rows, having: [.group]) { row, _ in
      guard let group = groups.code(row), members.members(of: group).isEmpty else { return }
      findings.add(
        .licenseAssignments, row, "assignee_id", facts: [("group", groups[row] ?? "")])
    }
  }
}
