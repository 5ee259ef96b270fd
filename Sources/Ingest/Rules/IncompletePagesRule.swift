public import Diagnostics

extension RuleID {
  /// A page of the export is missing.
  public static let incompletePages = RuleID("incomplete-pages")
}

extension ReadingRules {
  static let incompletePages = RuleDocumentation(
    id: .incompletePages,
    severity: .warning,
    title: "a page of the export is missing",
    reason:
      "A list that was exported in pages and saved without the last ones looks whole and is not.",
    source: "Reading; Microsoft Graph paging",
    messages: [
      "the file ends with @odata.nextLink: the next page is not among the inputs"
    ],
    help: "follow the link, and save every page into the folder",
    bad: """
      -- users.json
      {"@odata.nextLink": "https://graph.example/users?skip=1", "value": [{"user_principal_name": "ann@contoso.example"}]}

      """,
    good: """
      -- users.json
      {"value": [{"user_principal_name": "ann@contoso.example"}]}

      """)
}
