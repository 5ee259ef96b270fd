/// Where an input's bytes are.
public enum ByteSource: Sendable, Hashable {
  /// A file at that path.
  case file(String)
  /// Bytes in memory, for tests and examples.
  case memory([UInt8])
}

/// An input and the name under which people know it.
public struct InputFile: Sendable, Hashable {
  /// The path relative to the input folder, with `/`.
  public let path: String
  /// Where its bytes are.
  public let source: ByteSource

  /// Names an input.
  public init(path: String, source: ByteSource) {
    self.path = path
    self.source = source
  }
}

/// Why bytes could not be read.
public struct ReadFailure: Error, Hashable, Sendable {
  /// The system's words: `Permission denied`.
  public let reason: String
}
