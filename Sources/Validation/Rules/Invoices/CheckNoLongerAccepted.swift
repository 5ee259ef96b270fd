import BillingModel
import CalendarDates
public import Diagnostics

extension RuleID {
  /// A billing profile that pays by check.
  public static let checkNoLongerAccepted = RuleID("check-no-longer-accepted")
}

extension Rule {
  static let checkNoLongerAccepted = Rule(
    .checkNoLongerAccepted, .warning,
    title: "billing profile that pays by check",
    reason: "Checks are not accepted since 2023-04-01: invoices of this profile will not be paid.",
    source: "R13",
    messages: ["billing profile {name} pays by check, which is not accepted since 2023-04-01"],
    help: "change the payment method to credit card or wire transfer in the admin center",
    bad: """
      -- billing_profiles.csv
      billing_profile_id,name,payment_method
      BP-1,Contoso Sweden,check
      """,
    good: """
      -- billing_profiles.csv
      billing_profile_id,name,payment_method
      BP-1,Contoso Sweden,wire-transfer
      """
  ) { context, findings in
    guard let end = CalendarDate(year: 2023, month: 4, day: 1), context.asOf >= end else { return }
    let table = context.data.billingProfiles
    let (methods, names) = (table.paymentMethod, table.name)
    for row in table.rows where methods[row] == .check {
      findings.add(
        .billingProfiles, row, "payment_method", facts: [("name", names[row] ?? "")])
    }
  }
}
