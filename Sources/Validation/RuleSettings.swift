public import Diagnostics

/// What the configuration says about rules.
public struct RuleSettings: Sendable {
  /// The severities that are configured.
  public var severities = SeveritySettings()
  /// The regions in which third-party apps are sold, compared without regard to case.
  public var regions = RuleSettings.defaultRegions
  /// The thresholds that are configured; others keep their standard.
  public var thresholds: [RuleThreshold: Int] = [:]

  /// The settings of a run without configuration.
  public init() {}

  func days(_ threshold: RuleThreshold) -> Int {
    thresholds[threshold] ?? threshold.standard
  }

  /// The twelve regions of 2019 to 2021 (R6).
  public static let defaultRegions = [
    "Argentina", "Australia", "Canada", "Chile", "France", "Germany", "Greece", "Puerto Rico",
    "South Africa", "United Kingdom", "United States", "Western Europe",
  ]
}
