import BillingModel
public import Diagnostics

extension RuleID {
  /// A third-party app in a region where such apps are not sold.
  public static let unsupportedRegion = RuleID("unsupported-region")
}

extension Rule {
  static let unsupportedRegion = Rule(
    .unsupportedRegion, .violation,
    title: "third-party app in a region that is not supported",
    reason: """
      Third-party apps are sold in listed regions only. In any other region the purchase cannot be \
      managed in the admin center.
      """,
    source: "R6",
    messages: ["region `{region}` of {name} is not among the supported regions"],
    help: """
      correct the region in the export; if Microsoft sells there by now, add `{region}` to \
      `regions` in billfold.yaml
      """,
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,kind,region
      S-1,P-1,saas-app,Atlantis
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,kind,region
      S-1,P-1,saas-app,Western Europe
      S-2,P-2,microsoft,Atlantis
      """
  ) { context, findings in
    let regions = context.data.subscriptions.region
    let listed = Set(context.settings.regions.map { $0.lowercased() })
    let supported = (0..<regions.dictionary.count).map { code in
      listed.contains(regions.dictionary.text(of: code).lowercased())
    }
    for row in context.data.subscriptions.rows {
      guard let code = regions.code(row), !supported[code], context.subscriptions.isThirdParty(row)
      else { continue }
      findings.add(
        .subscriptions, row, "region",
        facts: [
          ("region", regions.dictionary.text(of: code)), ("name", context.subscriptions.name(row)),
        ])
    }
  }
}
