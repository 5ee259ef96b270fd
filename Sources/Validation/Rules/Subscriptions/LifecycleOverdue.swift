import BillingModel
import CalendarDates
public import Diagnostics

extension RuleID {
  /// A subscription that is expired or disabled for longer than the life cycle allows.
  public static let lifecycleOverdue = RuleID("lifecycle-overdue")
}

extension RuleThreshold {
  static let expiredDays = RuleThreshold(.lifecycleOverdue, "expired_days", 30)
  static let disabledDays = RuleThreshold(.lifecycleOverdue, "disabled_days", 90)
}

extension Rule {
  static let lifecycleOverdue = Rule(
    .lifecycleOverdue, .warning,
    title: "expired or disabled for too long",
    reason: """
      A subscription is expired for 30 days, then disabled for 90, then deleted with its data. One \
      that stays longer is out of date in the export, or has other terms.
      """,
    source: "R44, R45",
    messages: [
      """
      {name} has been expired since {since} and should be disabled by now (days so far: {days}, \
      limit: {limit})
      """,
      """
      {name} has been disabled since {since} and should be deleted by now (days so far: {days}, \
      limit: {limit})
      """,
    ],
    help: """
      export the subscriptions again; if the offer has other terms, set expired_days and \
      disabled_days of lifecycle-overdue in billfold.yaml, for all or under `products`
      """,
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,status,expires_on
      S-1,P-1,expired,2025-12-31
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,status,expires_on
      S-1,P-1,expired,2026-01-01
      """
  ) { context, findings in
    let table = context.data.subscriptions
    let (expiries, ends) = (table.expiresOn, table.endedOn)
    for row in table.rows {
      let isExpired = context.subscriptions.status(row) == .expired
      guard isExpired || context.subscriptions.status(row) == .disabled else { continue }
      let product = context.subscriptions.productNames(row)
      let grace = context.settings.days(.expiredDays, product: product)
      let disabled = ends[row] ?? expiries[row]?.adding(days: grace)
      guard let since = isExpired ? expiries[row] : disabled else { continue }
      let limit = isExpired ? grace : context.settings.days(.disabledDays, product: product)
      let days = context.asOf.days(since: since)
      guard days > limit else { continue }
      findings.add(
        .subscriptions, row, isExpired ? "expires_on" : "ended_on", variant: isExpired ? 0 : 1,
        facts: [
          ("name", context.subscriptions.name(row)), ("days", String(days)),
          ("since", "\(since)"), ("limit", String(limit)),
        ])
    }
  }
}
