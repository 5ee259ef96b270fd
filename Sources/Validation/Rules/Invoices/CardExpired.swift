import BillingModel
public import Diagnostics

extension RuleID {
  /// A billing profile whose card has expired.
  public static let cardExpired = RuleID("card-expired")
}

extension Rule {
  static let cardExpired = Rule(
    .cardExpired, .warning,
    title: "billing profile whose card has expired",
    reason: "An expired card pays nothing, and what is not paid is disabled.",
    source: "R10, R13",
    messages: ["the card of billing profile {name} expired on {expired}"],
    help: "replace the card in the admin center",
    bad: """
      -- billing_profiles.csv
      billing_profile_id,name,card_expires_on
      BP-1,Contoso Sweden,2026-01-30
      """,
    good: """
      -- billing_profiles.csv
      billing_profile_id,name,card_expires_on
      BP-1,Contoso Sweden,2026-01-31
      BP-2,Contoso Norway,
      """
  ) { context, findings in
    let table = context.data.billingProfiles
    let (expiries, names) = (table.cardExpiresOn, table.name)
    for row in table.rows {
      guard let expiry = expiries[row], expiry < context.asOf else { continue }
      findings.add(
        .billingProfiles, row, "card_expires_on",
        facts: [("name", names[row] ?? ""), ("expired", "\(expiry)")])
    }
  }
}
