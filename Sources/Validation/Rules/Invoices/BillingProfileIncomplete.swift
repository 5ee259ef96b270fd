import BillingModel
public import Diagnostics

extension RuleID {
  /// A billing profile without payment method, contact name or address.
  public static let billingProfileIncomplete = RuleID("billing-profile-incomplete")
}

extension Rule {
  static let billingProfileIncomplete = Rule(
    .billingProfileIncomplete, .violation,
    title: "billing profile that is not complete",
    reason: """
      A billing profile needs a payment method, a contact name and an address, or its invoices \
      reach nobody and are not paid.
      """,
    source: "R13",
    messages: ["billing profile {name} has no {column}"],
    help: "complete {column} of the billing profile in the admin center, then export again",
    bad: """
      -- billing_profiles.csv
      billing_profile_id,name,payment_method,contact_name,address
      BP-1,Contoso Sweden,credit-card,,1 Main Street
      """,
    good: """
      -- billing_profiles.csv
      billing_profile_id,name,payment_method,contact_name,address
      BP-1,Contoso Sweden,credit-card,Åsa Berg,1 Main Street
      """
  ) { context, findings in
    let table = context.data.billingProfiles
    let (methods, contacts, addresses) = (table.paymentMethod, table.contactName, table.address)
    let (ids, names) = (table.billingProfileID, table.name)
    let required: [(column: String, given: GivenRows, isEmpty: (Int) -> Bool)] = [
      ("payment_method", table.given("payment_method"), { methods[$0] == nil }),
      ("contact_name", table.given("contact_name"), { contacts.code($0) == nil }),
      ("address", table.given("address"), { addresses.code($0) == nil }),
    ]
    for row in table.rows {
      for (column, given, isEmpty) in required where isEmpty(row) && given[row] {
        findings.add(
          .billingProfiles, row, column,
          facts: [("name", names[row] ?? ids[row] ?? ""), ("column", column)])
      }
    }
  }
}
