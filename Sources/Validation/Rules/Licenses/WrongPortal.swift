import BillingModel
public import Diagnostics

extension RuleID {
  /// A licence assigned in the portal of the other kind of app.
  public static let wrongPortal = RuleID("wrong-portal")
}

extension Rule {
  static let wrongPortal = Rule(
    .wrongPortal, .violation,
    title: "licence assigned in the wrong portal",
    reason: """
      Licences of a SaaS app are assigned in its publisher's portal, those of an ISV app in the \
      admin center. A licence from the other place is not honoured by the app.
      """,
    source: "R9, R18",
    messages: [
      "{assignee} got the licence of {name} from {role}: a SaaS app is assigned in its publisher's portal",
      "{assignee} got the licence of {name} from {role}: an ISV app is assigned in the admin center",
    ],
    help: "take the licence away and assign it again in the right portal",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,kind
      S-1,P-1,saas-app
      -- license_assignments.csv
      subscription_id,assignee_id,assigned_by_role
      S-1,ana@contoso.example,license-admin
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,kind
      S-1,P-1,saas-app
      S-2,P-2,isv-app
      -- license_assignments.csv
      subscription_id,assignee_id,assigned_by_role
      S-1,ana@contoso.example,publisher-portal
      S-2,ana@contoso.example,license-admin
      """
  ) { context, findings in
    let people = context.data.licenseAssignments.assigneeID
    let roles = context.data.licenseAssignments.assignedByRole
    func wrongRoles(_ subscription: Int) -> [AssignerRole] {
      guard let kind = context.subscriptions.kind(subscription), kind.isThirdParty else {
        return []
      }
      return AssignerRole.allCases.filter { (kind == .saasApp) != ($0 == .publisherPortal) }
    }
    context.assignments.forEach(ofSubscription: wrongRoles, giving: roles) { row, subscription in
      guard let role = roles[row], let kind = context.subscriptions.kind(subscription)
      else { return }
      findings.add(
        .licenseAssignments, row, "assigned_by_role", variant: kind == .saasApp ? 0 : 1,
        facts: [
          ("assignee", people[row] ?? ""), ("role", role.rawValue),
          ("name", context.subscriptions.name(subscription)),
        ])
    }
  }
}
