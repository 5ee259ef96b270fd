/// Findings that somebody answers for: which ones, and what is said about them.
public struct WaiverList: Sendable {
  /// One waiver.
  public struct Entry: Hashable, Sendable {
    /// The rule whose findings it accepts.
    public let rule: RuleID
    /// The subject's id, or a pattern with `*` for any text.
    public let subject: String
    /// Who accepts them, why and how long, as printed beside the finding.
    public let note: String

    /// Makes a waiver.
    public init(rule: RuleID, subject: String, note: String) {
      self.rule = rule
      self.subject = subject
      self.note = note
    }
  }

  private let entries: [RuleID: [Entry]]

  /// Collects waivers; of two that fit a finding the first one counts.
  public init(_ entries: [Entry]) {
    self.entries = Dictionary(grouping: entries, by: \.rule)
  }

  /// True when nothing is waived.
  public var isEmpty: Bool { entries.isEmpty }

  /// True when findings of that rule may be waived.
  public func concerns(_ rule: RuleID) -> Bool { entries[rule] != nil }

  /// What is said about a waived finding; nil for one that counts.
  ///
  /// The pattern is held against the id of the subject and, for findings about a whole file, against
  /// the file. Upper and lower case of ASCII letters are the same.
  public func note(rule: RuleID, subject: Subject?, file: String? = nil) -> String? {
    entries[rule]?.first { entry in
      [subject?.id, file].compactMap { $0 }.contains { Wildcard.matches(entry.subject, $0) }
    }?.note
  }
}
