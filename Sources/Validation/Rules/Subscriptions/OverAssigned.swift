import BillingModel
import CalendarDates
public import Diagnostics

extension RuleID {
  /// More licences of a subscription are assigned than were bought.
  public static let overAssigned = RuleID("over-assigned")
}

extension Rule {
  static let overAssigned = Rule(
    .overAssigned, .warning,
    title: "more licences assigned than bought",
    reason: """
      When the number of licences falls below those assigned nobody loses access at once, but the \
      organisation has 90 days to settle it. People assigned directly and through a group count \
      once, and groups count their members.
      """,
    source: "R48",
    messages: ["{name} has more licences assigned ({assigned}) than bought ({quantity})"],
    help: """
      buy {excess} more, or take {excess} away, until {deadline}, 90 days after this was first seen
      """,
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,pricing_model,quantity
      S-1,P-1,per-license,1
      -- license_assignments.csv
      subscription_id,assignee_id
      S-1,ana@contoso.example
      S-1,bo@contoso.example
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,pricing_model,quantity
      S-1,P-1,per-license,2
      -- license_assignments.csv
      subscription_id,assignee_id
      S-1,ana@contoso.example
      S-1,bo@contoso.example
      """
  ) { context, licenses, findings in
    let keys = context.data.subscriptions.subscriptionID
    let quantities = context.data.subscriptions.quantity
    for row in context.data.subscriptions.rows {
      guard let code = keys.code(row), let quantity = quantities[row]?.number,
        context.subscriptions.pricingModel(row) != .flatRate,
        !context.subscriptions.status(row).isEnded
      else { continue }
      let assigned = licenses.assigned(toSubscription: code)
      guard assigned > quantity else { continue }
      findings.add(
        .subscriptions, row, "quantity",
        facts: [
          ("name", context.subscriptions.name(row)), ("assigned", String(assigned)),
          ("quantity", String(quantity)), ("excess", String(assigned - quantity)),
          ("deadline", "\(deadline(of: context.subscriptions.id(row), context))"),
        ])
    }
  }

  /// Until when it is to be settled: 90 days after the earlier exports that show it too, else after
  /// the report date (R48).
  private static func deadline(of subscription: String, _ context: RuleContext) -> CalendarDate {
    var seen = context.asOf
    if let earlier = context.earlier, let date = earlier.date, date < seen,
      earlier.subscription(subscription)?.isOverAssigned == true
    {
      seen = date
    }
    return CalendarDate(days: seen.days + 90)
  }
}
