import BillingModel
import CalendarDates
public import Diagnostics

extension RuleID {
  /// A third-party app that is active again after it was disabled.
  public static let disabledAppReactivated = RuleID("disabled-app-reactivated")
}

extension Rule {
  static let disabledAppReactivated = Rule(
    .disabledAppReactivated, .violation,
    title: "disabled app that is active again",
    reason: """
      A third-party app that was disabled cannot be reactivated: another copy must be bought, which \
      has an id of its own. One that is active with an end in the past has a wrong status or date.
      """,
    source: "R11",
    messages: [
      "{name} is active, but it ended on {ended}",
      "{name} is active again under the same id; it was disabled {before}",
    ],
    help: "look the app up in the admin center; if it is used again, export its new subscription",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,kind,status,ended_on
      S-1,P-1,saas-app,active,2025-11-30
      S-2,P-1,saas-app,active,
      -- previous/subscriptions.csv
      subscription_id,product_id,kind,status,ended_on
      S-2,P-1,saas-app,disabled,2025-10-31
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,kind,status,ended_on
      S-1,P-1,saas-app,disabled,2025-11-30
      S-2,P-1,saas-app,active,
      -- previous/subscriptions.csv
      subscription_id,product_id,kind,status,ended_on
      S-1,P-1,saas-app,active,
      """
  ) { context, findings in
    let ends = context.data.subscriptions.endedOn
    for row in context.data.subscriptions.rows {
      guard context.subscriptions.status(row) == .active, context.subscriptions.isThirdParty(row)
      else { continue }
      let name = ("name", context.subscriptions.name(row))
      if let end = ends[row], end < context.asOf {
        findings.add(.subscriptions, row, "ended_on", facts: [name, ("ended", "\(end)")])
      } else if let earlier = context.earlier,
        earlier.subscription(context.subscriptions.id(row))?.status == .disabled
      {
        findings.add(
          .subscriptions, row, "ended_on", variant: 1,
          facts: [name, ("before", earlier.date.map { "on \($0)" } ?? "in the earlier exports")])
      }
    }
  }
}
