import BillingModel
public import Diagnostics

extension RuleID {
  /// A billing profile id that no table of the run has.
  public static let unknownBillingProfile = RuleID("unknown-billing-profile")
}

extension Rule {
  static let unknownBillingProfile = Rule(
    .unknownBillingProfile, .violation,
    title: "billing profile id that is in no billing profiles table",
    reason: """
      The billing profile decides who pays and how. Without it nobody can say which card or bank \
      account pays a subscription or an invoice.
      """,
    source: "SCHEMA: subscriptions, invoices, billing_profile_roles; R12",
    messages: ["billing profile `{id}` is not in the billing profiles table"],
    help: "export the billing profiles again so that `{id}` is among them, or correct the id",
    bad: """
      -- billing_profiles.csv
      billing_profile_id,name
      BP-1,Contoso Sweden
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      G1,BP-2,2026-01-31,EUR,10.00
      """,
    good: """
      -- billing_profiles.csv
      billing_profile_id,name
      BP-1,Contoso Sweden
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      G1,BP-1,2026-01-31,EUR,10.00
      """
  ) { context, findings in
    let data = context.data
    let column = "billing_profile_id"
    guard
      let known = KnownIDs(
        .billingProfile, of: .billingProfiles, in: data, row: data.billingProfileRow)
    else { return }
    let (subscriptions, invoices) = (data.subscriptions, data.invoices)
    let roles = data.billingProfileRoles
    findings.addUnknown(
      in: subscriptions, subscriptions.billingProfileID, named: column, known: known)
    findings.addUnknown(in: invoices, invoices.billingProfileID, named: column, known: known)
    findings.addUnknown(in: roles, roles.billingProfileID, named: column, known: known)
  }
}
