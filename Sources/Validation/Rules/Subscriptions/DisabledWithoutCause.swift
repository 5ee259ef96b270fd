import BillingModel
public import Diagnostics

extension RuleID {
  /// A disabled third-party app without one of the three causes.
  public static let disabledWithoutCause = RuleID("disabled-without-cause")
}

extension Rule {
  static let disabledWithoutCause = Rule(
    .disabledWithoutCause, .violation,
    title: "disabled app without a cause",
    reason: """
      A third-party app stays active until it is cancelled, expires, or is no longer paid. Disabled \
      is final for such an app, so the cause decides whether another copy must be bought.
      """,
    source: "R10",
    messages: [
      "{name} is disabled, but no reason is given",
      "{name} is disabled, but `{reason}` is no cause of that",
    ],
    help: "find out whether it was canceled, has expired or was not paid, and put it in end_reason",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,kind,status,end_reason
      S-1,P-1,isv-app,disabled,
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,kind,status,end_reason
      S-1,P-1,isv-app,disabled,payment
      S-2,P-2,microsoft,disabled,
      """
  ) { context, findings in
    let table = context.data.subscriptions
    let reasons = table.endReason
    let hasReason = table.given("end_reason")
    for row in table.rows {
      guard context.subscriptions.status(row) == .disabled,
        context.subscriptions.isThirdParty(row)
      else { continue }
      let name = ("name", context.subscriptions.name(row))
      switch reasons[row] {
      case .canceled, .expired, .payment: continue
      case .moved:
        let reason = ("reason", EndReason.moved.rawValue)
        findings.add(.subscriptions, row, "end_reason", variant: 1, facts: [name, reason])
      case nil where hasReason[row]:
        findings.add(.subscriptions, row, "end_reason", facts: [name])
      case nil: continue
      }
    }
  }
}
