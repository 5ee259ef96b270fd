public import Diagnostics

extension RuleID {
  /// Fewer or more fields than the header.
  public static let rowShape = RuleID("row-shape")
}

extension ReadingRules {
  static let rowShape = RuleDocumentation(
    id: .rowShape,
    severity: .error,
    title: "fewer or more fields than the header",
    reason: "In a row of another shape nobody knows which value belongs to which column.",
    source: "Reading; RFC 4180 section 2.4",
    messages: [
      "{found} fields, but the header has {expected}",
      "a record is an object with keys, but here stands {found}",
      "the key `{key}` stands twice in this object",
      "this line is not JSON: expected {expected} at column {column}",
    ],
    help:
      "write every record like the others: a delimiter within a value needs quotes around the value, and a key stands once in an object",
    bad: """
      -- group_members.csv
      group_id,user_principal_name
      staff,ann@contoso.example,extra

      """,
    good: """
      -- group_members.csv
      group_id,user_principal_name
      staff,ann@contoso.example

      """)
}
