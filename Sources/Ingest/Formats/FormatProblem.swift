/// What is wrong in a mapping file, and where.
public struct FormatProblem: Error, Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in UTF-8 bytes, from 1.
  public let column: Int
  /// What is wrong.
  public let message: String
  /// What to do; nil when the message says it.
  public let help: String?
}
