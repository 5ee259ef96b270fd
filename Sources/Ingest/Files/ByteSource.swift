/// Where an input's bytes are.
public enum ByteSource: Sendable, Hashable {
  /// A file at that path.
  case file(String)
  /// Bytes that were spooled: from standard input, out of an archive, or turned into UTF-8.
  case spool(SpoolPiece)
  /// Bytes in memory, for tests and examples.
  case memory([UInt8])
}

/// An input and the name under which people know it.
public struct InputFile: Sendable, Hashable {
  /// The path relative to the input folder, with `/`; of an archive's member `a.zip!b.csv`.
  public let path: String
  /// Where its bytes are.
  public let source: ByteSource
  /// The path of the file on the disk that its bytes come from; nil when they come from none.
  public let origin: String?

  /// Names an input.
  public init(path: String, source: ByteSource) {
    self.path = path
    self.source = source
    if case .file(let file) = source { origin = file } else { origin = nil }
  }

  /// Names what was made out of another input.
  init(path: String, source: ByteSource, madeFrom other: InputFile) {
    self.path = path
    self.source = source
    origin = other.origin
  }
}

/// Why bytes could not be read.
public struct ReadFailure: Error, Hashable, Sendable {
  /// The system's words: `Permission denied`.
  public let reason: String
}
