import BillingModel
import CalendarDates
public import Diagnostics

extension RuleID {
  /// A licence of a third-party app that was assigned before the app was activated.
  public static let assignedBeforeActivation = RuleID("assigned-before-activation")
}

extension Rule {
  static let assignedBeforeActivation = Rule(
    .assignedBeforeActivation, .violation,
    title: "licence assigned before the app was activated",
    reason: """
      A third-party app is activated in its publisher's portal before it can be assigned to users. \
      Until then the person cannot sign in to it.
      """,
    source: "R7",
    messages: [
      "{assignee} has a licence of {name}, which is not activated yet",
      "{assignee} got the licence on {assigned}, before {name} was activated on {activated}",
    ],
    help: "activate the app in its publisher's portal, or correct the dates in the export",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,kind,status,activated_on
      S-1,P-1,saas-app,pending,
      -- license_assignments.csv
      subscription_id,assignee_id,assigned_on
      S-1,ana@contoso.example,2026-01-05
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,kind,status,activated_on
      S-1,P-1,saas-app,active,2026-01-05
      -- license_assignments.csv
      subscription_id,assignee_id,assigned_on
      S-1,ana@contoso.example,2026-01-05
      """
  ) { context, findings in
    let dates = context.data.licenseAssignments.assignedOn
    let people = context.data.licenseAssignments.assigneeID
    let activations = context.data.subscriptions.activatedOn
    func tooEarly(_ subscription: Int) -> WantedDays {
      guard context.subscriptions.isThirdParty(subscription) else { return .none }
      if context.subscriptions.status(subscription) == .pending { return .all }
      return activations[subscription].map { .before($0) } ?? .none
    }
    context.assignments.forEach(ofSubscription: tooEarly, on: dates) { row, subscription in
      let (assigned, activated) = (dates[row], activations[subscription])
      let isPending = context.subscriptions.status(subscription) == .pending
      var facts = [
        ("assignee", people[row] ?? ""), ("name", context.subscriptions.name(subscription)),
      ]
      if let assigned { facts.append(("assigned", "\(assigned)")) }
      if let activated { facts.append(("activated", "\(activated)")) }
      findings.add(
        .licenseAssignments, row, assigned == nil ? "assignee_id" : "assigned_on",
        variant: isPending ? 0 : 1, facts: facts)
    }
  }
}
