import BillingModel
public import Diagnostics

extension RuleID {
  /// A self-service purchase that names no purchaser.
  public static let selfServiceWithoutPurchaser = RuleID("self-service-without-purchaser")
}

extension Rule {
  static let selfServiceWithoutPurchaser = Rule(
    .selfServiceWithoutPurchaser, .violation,
    title: "self-service purchase without a purchaser",
    reason: """
      Self-service purchases are listed by the name of the person who bought, who also pays and \
      assigns. Without a name nobody can be asked to cancel or hand over.
      """,
    source: "R22, R25",
    messages: [
      "{name} was bought by self-service, but nobody is named as its purchaser",
      "{name} was bought by self-service by {email}, but the purchaser has no name",
    ],
    help:
      "look the purchaser up under the product's self-service subscriptions in the admin center",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,acquisition,purchaser_name,purchaser_email
      S-1,P-1,self-service,,
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,acquisition,purchaser_name,purchaser_email
      S-1,P-1,self-service,Ana Berg,ana@contoso.example
      S-2,P-1,central,,
      """
  ) { context, findings in
    let table = context.data.subscriptions
    let (names, addresses) = (table.purchaserName, table.purchaserEmail)
    let hasName = table.given("purchaser_name")
    for row in table.rows
    where names.code(row) == nil && context.subscriptions.isSelfService(row) && hasName[row] {
      let email = addresses[row]
      var facts = [("name", context.subscriptions.name(row))]
      if let email { facts.append(("email", email)) }
      findings.add(
        .subscriptions, row, "purchaser_name", variant: email == nil ? 0 : 1, facts: facts)
    }
  }
}
