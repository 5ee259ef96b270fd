public import Diagnostics
import Ingest
import Validation

extension Pipeline {
  /// True for a rule of reading, whose severity may be raised and not lowered.
  public static func isReadingRule(_ rule: RuleID) -> Bool {
    ReadingRules.all.contains { $0.id == rule }
  }

  /// The names of the limits that the configuration may set for a rule.
  public static func thresholds(of rule: RuleID) -> [String] {
    Rules.thresholds.filter { $0.rule == rule }.map(\.name)
  }
}
