import BillingModel
public import Diagnostics

extension RuleID {
  /// A subscription that is active after the day on which it ended.
  public static let activeAfterExpiry = RuleID("active-after-expiry")
}

extension Rule {
  static let activeAfterExpiry = Rule(
    .activeAfterExpiry, .violation,
    title: "active after its end",
    reason: """
      A subscription that does not renew is expired from its end date. One that is still active \
      then has a wrong date, a wrong status or a renewal that nobody knows of.
      """,
    source: "R44, R46",
    messages: [
      "{name} is active, but it ended on {expires} and does not renew",
      "{name} is active, but it ended on {expires} and nothing says that it renews",
    ],
    help: "look up the subscription's end date and renewal, and export the subscriptions again",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,status,expires_on,auto_renew
      S-1,P-1,active,2025-12-31,false
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,status,expires_on,auto_renew
      S-1,P-1,active,2025-12-31,true
      S-2,P-1,expired,2026-01-15,false
      S-3,P-1,active,2026-12-31,false
      """
  ) { context, findings in
    let table = context.data.subscriptions
    let (ends, renewals) = (table.expiresOn, table.autoRenew)
    let hasRenewal = table.given("auto_renew")
    for row in table.rows {
      guard let end = ends[row], end < context.asOf, renewals[row] != true,
        context.subscriptions.status(row) == .active,
        renewals[row] == false || hasRenewal[row]
      else { continue }
      findings.add(
        .subscriptions, row, "expires_on", variant: renewals[row] == nil ? 1 : 0,
        facts: [("name", context.subscriptions.name(row)), ("expires", "\(end)")])
    }
  }
}
