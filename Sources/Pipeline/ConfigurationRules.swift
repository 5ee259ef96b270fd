import Configuration
public import Diagnostics

/// The rules about `billfold.yaml` itself.
public enum ConfigurationRules {
  /// What they say about themselves.
  public static let all: [RuleDocumentation] = [
    unreadableConfiguration, unknownKey, badSetting, waiverExpired,
  ]

  static let waiverExpired = RuleDocumentation(
    id: RuleID("waiver-expired"), severity: .warning,
    title: "waiver that has expired",
    reason: """
      A waiver holds until its last day. After it the findings count again, so that nothing stays \
      accepted only because nobody looked at it.
      """,
    source: "the configuration",
    messages: ["the waiver of {rule} for {subject} by {owner} ended on {expires}"],
    help: "settle the finding, or let {owner} decide again and write a new `expires`",
    bad: """
      -- billfold.yaml
      waivers:
        - rule: over-assigned
          subject: SUB-9
          owner: Ada
          reason: licences are on order
          expires: 2025-12-31
      """,
    good: """
      -- billfold.yaml
      waivers:
        - rule: over-assigned
          subject: SUB-9
          owner: Ada
          reason: licences are on order
          expires: 2026-06-30
      """)

  private static let unreadableConfiguration = RuleDocumentation(
    id: RuleID(ConfigurationProblem.Rule.unreadable.rawValue), severity: .error,
    title: "configuration that is not YAML",
    reason: "A file that cannot be read says nothing, and guessing at settings changes figures.",
    source: "YAML 1.2",
    messages: ["{message}"], help: "mend the line; the run stops until then (exit code 2)",
    bad: """
      -- billfold.yaml
      site: {title: "Licences
      """,
    good: """
      -- billfold.yaml
      site: {title: "Licences"}
      """)

  private static let unknownKey = RuleDocumentation(
    id: RuleID(ConfigurationProblem.Rule.unknownKey.rawValue), severity: .error,
    title: "setting that nothing reads",
    reason: "A misspelled setting changes nothing, and its writer believes that it does.",
    source: "the configuration",
    messages: ["{message}"],
    help: "use the name that is suggested; the run stops until then (exit code 2)",
    bad: """
      -- billfold.yaml
      site:
        titel: Licences
      """,
    good: """
      -- billfold.yaml
      site:
        title: Licences
      """)

  private static let badSetting = RuleDocumentation(
    id: RuleID(ConfigurationProblem.Rule.badSetting.rawValue), severity: .error,
    title: "setting with a value that cannot be meant",
    reason: "A value of the wrong kind or outside its range would be guessed at.",
    source: "the configuration",
    messages: ["{message}"],
    help: "write one of the values that are named; the run stops until then (exit code 2)",
    bad: """
      -- billfold.yaml
      rules:
        over-assigned: {severity: fatal}
      """,
    good: """
      -- billfold.yaml
      rules:
        over-assigned: {severity: violation}
      """)
}
