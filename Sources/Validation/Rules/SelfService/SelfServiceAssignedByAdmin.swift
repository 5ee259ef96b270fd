import BillingModel
public import Diagnostics

extension RuleID {
  /// A licence of a self-service purchase that an administrator assigned.
  public static let selfServiceAssignedByAdmin = RuleID("self-service-assigned-by-admin")
}

extension Rule {
  static let selfServiceAssignedByAdmin = Rule(
    .selfServiceAssignedByAdmin, .violation,
    title: "self-service licence assigned by an administrator",
    reason: """
      Administrators only look at self-service purchases. The purchaser alone assigns their \
      licences until the subscription is taken over.
      """,
    source: "R23, R34",
    messages: ["{assignee} got the licence of self-service {name} from {role}, not its purchaser"],
    help: "take the subscription over, or let the purchaser assign the licence",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,acquisition,purchaser_name
      S-1,P-1,self-service,Ana Berg
      -- license_assignments.csv
      subscription_id,assignee_id,assigned_by_role
      S-1,bo@contoso.example,license-admin
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,acquisition,purchaser_name
      S-1,P-1,self-service,Ana Berg
      S-2,P-1,central,
      -- license_assignments.csv
      subscription_id,assignee_id,assigned_by_role
      S-1,bo@contoso.example,purchaser
      S-2,cia@contoso.example,license-admin
      """
  ) { context, findings in
    let people = context.data.licenseAssignments.assigneeID
    let roles = context.data.licenseAssignments.assignedByRole
    context.forEachAssignment(where: context.subscriptions.isSelfService) { row, subscription in
      guard let role = roles[row], role.isAdmin else { return }
      findings.add(
        .licenseAssignments, row, "assigned_by_role",
        facts: [
          ("assignee", people[row] ?? ""), ("role", role.rawValue),
          ("name", context.subscriptions.name(subscription)),
        ])
    }
  }
}
