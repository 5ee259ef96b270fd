public import Diagnostics
import Ingest
import Validation

extension Pipeline {
  /// True for a rule of reading, whose severity may be raised and not lowered.
  public static func isReadingRule(_ rule: RuleID) -> Bool {
    ReadingRules.all.contains { $0.id == rule }
  }

  /// True when the limits of a rule may be given for some products apart.
  public static func takesProducts(_ rule: RuleID) -> Bool { Rules.byProduct.contains(rule) }

  /// True when a rule compares amounts and may be given a tolerance.
  public static func takesTolerance(_ rule: RuleID) -> Bool { Rules.tolerant.contains(rule) }

  /// The names of the limits that the configuration may set for a rule.
  public static func thresholds(of rule: RuleID) -> [String] {
    Rules.thresholds.filter { $0.rule == rule }.map(\.name)
  }
}
