/// What a rule says about itself, written beside the rule.
public struct RuleDocumentation: Hashable, Sendable {
  /// The rule's name.
  public let id: RuleID
  /// How bad a finding of it is unless configured.
  public let severity: Severity
  /// The rule in a few words.
  public let title: String
  /// Why the rule exists.
  public let reason: String
  /// Where the rule comes from: paragraphs of the domain notes, a standard.
  public let source: String
  /// The sentences of its findings, with `{fact}` in braces; a finding names its own by index.
  public let messages: [String]
  /// What to do.
  public let help: String
  /// A small file that breaks the rule, and one that keeps it.
  public let bad: String
  /// A small file that keeps the rule.
  public let good: String
  private let sentences: [MessageTemplate]
  private let advice: MessageTemplate

  /// Documents a rule.
  public init(
    id: RuleID, severity: Severity, title: String, reason: String, source: String,
    messages: [String], help: String, bad: String, good: String
  ) {
    self.id = id
    self.severity = severity
    self.title = title
    self.reason = reason
    self.source = source
    self.messages = messages
    self.help = help
    self.bad = bad
    self.good = good
    sentences = messages.map { MessageTemplate($0) }
    advice = MessageTemplate(help)
  }

  /// The sentence of a finding.
  public func message(of finding: Finding) -> String {
    let index = messages.indices.contains(finding.variant) ? finding.variant : 0
    return sentences.span[index].filled(with: finding)
  }

  /// What to do about a finding.
  public func help(of finding: Finding) -> String {
    advice.filled(with: finding)
  }

  /// What to do, with the facts of a finding by their names: `buy ‹excess› more`.
  public var namedHelp: String {
    String(help.map { $0 == "{" ? "‹" : $0 == "}" ? "›" : $0 })
  }
}
