import Diagnostics
import Pipeline

extension Command {
  static let rules = Command(
    "rules", "Lists the rules, or explains one.", operands: "[ID]",
    options: [],
    details: "A rule is explained with its reason, a bad and a good example, and what to do."
  ) { arguments in
    guard arguments.operands.count <= 1 else {
      throw UsageError.operandTooMany(arguments.operands[1])
    }
    guard let name = arguments.operands.first else {
      try StandardOutput.write(list)
      return .done
    }
    guard let rule = Pipeline.catalog[RuleID(name)] else {
      throw UsageError.unknownName(
        kind: "rule", name: name, nearest: Pipeline.catalog.suggestion(for: name)?.rawValue)
    }
    try StandardOutput.write(explanation(of: rule))
    return .done
  }

  private static var list: String {
    let rules = Pipeline.catalog.all
    let width = rules.map { $0.id.rawValue.utf8.count }.max() ?? 0
    return rules.map { rule in
      let id = rule.id.rawValue
      let severity = rule.severity.rawValue
      return id + String(repeating: " ", count: width - id.utf8.count + 2) + severity
        + String(repeating: " ", count: 11 - severity.utf8.count) + rule.title + "\n"
    }.joined()
  }

  private static func explanation(of rule: RuleDocumentation) -> String {
    """
    \(rule.id) (\(rule.severity.rawValue)): \(rule.title)

    Why: \(rule.reason)
    Source: \(rule.source)
    What to do: \(rule.namedHelp)

    Bad:
    \(indented(rule.bad))
    Good:
    \(indented(rule.good))
    """
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
  }
}
