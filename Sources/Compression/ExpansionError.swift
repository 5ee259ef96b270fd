/// Why compressed bytes cannot be expanded.
public enum ExpansionError: Error, Hashable, Sendable {
  /// The bytes are cut off, damaged or written in a way that is not read. So many bytes of the member
  /// came out before.
  case damaged(reason: String, expanded: Int)
  /// More comes out than the budget has bytes.
  case tooLong(limit: Int)
  /// More than so many bytes come out for each that goes in.
  case tooDense(ratio: Int)
  /// The file cannot be read, in the system's words.
  case unreadable(reason: String)
  /// Whoever takes the bytes wanted no more.
  case stopped
}
