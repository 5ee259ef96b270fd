public import Diagnostics
public import ExactNumbers

/// What the configuration says about rules.
public struct RuleSettings: Sendable {
  /// The severities that are configured.
  public var severities = SeveritySettings()
  /// The regions in which third-party apps are sold, compared without regard to case.
  public var regions = RuleSettings.defaultRegions
  /// The thresholds that are configured; others keep their standard.
  public var thresholds: [RuleThreshold: Int] = [:]
  /// How far apart amounts may be, by the rule that compares them; others compare exactly.
  public var tolerances: [RuleID: ExactDecimal] = [:]
  /// The thresholds of some products; the first group that fits counts.
  public var products: [ProductThresholds] = []

  /// The settings of a run without configuration.
  public init() {}

  func days(_ threshold: RuleThreshold) -> Int {
    thresholds[threshold] ?? threshold.standard
  }

  /// A threshold for a product, by its id and name.
  func days(_ threshold: RuleThreshold, product names: [String]) -> Int {
    for group in products {
      if let days = group.thresholds[threshold],
        names.contains(where: { Wildcard.matches(group.product, $0) })
      {
        return days
      }
    }
    return days(threshold)
  }

  /// The twelve regions of 2019 to 2021 (R6).
  public static let defaultRegions = [
    "Argentina", "Australia", "Canada", "Chile", "France", "Germany", "Greece", "Puerto Rico",
    "South Africa", "United Kingdom", "United States", "Western Europe",
  ]
}

/// Products that have thresholds of their own.
public struct ProductThresholds: Sendable {
  /// The product's id or name, with `*` for any text.
  public let product: String
  /// The thresholds.
  public let thresholds: [RuleThreshold: Int]

  /// Gives products thresholds of their own.
  public init(product: String, thresholds: [RuleThreshold: Int]) {
    self.product = product
    self.thresholds = thresholds
  }
}
