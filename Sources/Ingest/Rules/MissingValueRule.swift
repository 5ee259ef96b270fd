public import Diagnostics

extension RuleID {
  /// A required value is empty.
  public static let missingValue = RuleID("missing-value")
}

extension ReadingRules {
  static let missingValue = RuleDocumentation(
    id: .missingValue,
    severity: .error,
    title: "a required value is empty",
    reason: "Without its key or its amount a row says nothing.",
    source: "Reading",
    messages: [
      "{column} is empty",
      "subscription_id is empty, and {product} has {count} subscriptions: it is not decided which one is meant",
      "neither subscription_id nor product_id is given",
    ],
    help: "fill in the value, or leave out the row",
    bad: """
      -- group_members.csv
      group_id,user_principal_name
      staff,

      """,
    good: """
      -- group_members.csv
      group_id,user_principal_name
      staff,ann@contoso.example

      """)
}
