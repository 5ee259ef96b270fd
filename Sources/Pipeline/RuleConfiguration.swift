import Configuration
import Diagnostics
import Reporting
import Validation

/// What the configuration says about rules, in the words of those who check them.
extension Pipeline {
  static func severitySettings(_ settings: Settings) -> SeveritySettings {
    var configured: [RuleID: Severity] = [:]
    for rule in settings.rules {
      if let word = rule.severity, let severity = Severity(rawValue: word.rawValue) {
        configured[RuleID(rule.id)] = severity
      }
    }
    return SeveritySettings(configured)
  }

  /// The limit of inactivity is the one that the rule about inactive users has.
  static func reportSettings(_ settings: Settings) -> ReportSettings {
    var result = ReportSettings()
    let rule = RuleID.licenseOfInactiveUser.rawValue
    if let days = settings.threshold("days", of: rule) { result.inactiveDays = days }
    return result
  }

  static func ruleSettings(_ settings: Settings) -> Validation.RuleSettings {
    var result = Validation.RuleSettings()
    result.severities = severitySettings(settings)
    if let regions = settings.regions { result.regions = regions }
    for threshold in Rules.thresholds {
      if let value = settings.threshold(threshold.name, of: threshold.rule.rawValue) {
        result.thresholds[threshold] = value
      }
    }
    for rule in settings.rules {
      result.tolerances[RuleID(rule.id)] = rule.tolerance
      result.products += rule.products.map { group in
        ProductThresholds(
          product: group.product, thresholds: thresholds(group.thresholds, of: RuleID(rule.id)))
      }
    }
    return result
  }

  private static func thresholds(
    _ configured: [ConfiguredRule.Threshold], of rule: RuleID
  ) -> [RuleThreshold: Int] {
    var result: [RuleThreshold: Int] = [:]
    for threshold in Rules.thresholds where threshold.rule == rule {
      result[threshold] = configured.first { $0.name == threshold.name }?.value
    }
    return result
  }
}

extension Settings {
  /// A rule's limit as a whole number; nil unless configured.
  func threshold(_ name: String, of rule: String) -> Int? {
    settings(ofRule: rule)?.threshold(name)
  }
}
