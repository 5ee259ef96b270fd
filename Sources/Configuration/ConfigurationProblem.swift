/// Something wrong in `billfold.yaml`.
public struct ConfigurationProblem: Hashable, Sendable {
  /// The kinds of mistakes; the raw value is the rule's id.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// The file is not YAML, or not the part of it that billfold reads.
    case unreadable = "unreadable-configuration"
    /// A key that nothing reads.
    case unknownKey = "unknown-key"
    /// A value of the wrong kind, outside its range, or missing.
    case badSetting = "bad-setting"
  }

  /// The kind of mistake.
  public let rule: Rule
  /// The line, from 1.
  public let line: Int
  /// The column in UTF-8 bytes, from 1.
  public let column: Int
  /// What is wrong, with the value.
  public let message: String
  /// What to do about it.
  public let help: String?

  /// Notes what is wrong.
  public init(rule: Rule, line: Int, column: Int, message: String, help: String?) {
    self.rule = rule
    self.line = line
    self.column = column
    self.message = message
    self.help = help
  }
}

/// A setting that is read and does nothing yet.
public struct UnsupportedSetting: Hashable, Sendable {
  /// The key with those above it: `publish.keep`.
  public let key: String
  /// The line, from 1.
  public let line: Int
  /// The column in UTF-8 bytes, from 1.
  public let column: Int
}
