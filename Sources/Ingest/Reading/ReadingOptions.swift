public import CSVReading
public import Compression

/// What the user says about how a file is to be read.
public struct ReadingOptions: Sendable, Hashable {
  /// The delimiter; nil: decided by the file.
  public var delimiter: UInt8?
  /// The encoding; nil: decided by the file.
  public var encoding: TextEncoding?
  /// Whether the SHA-256 of the file is computed while it is read.
  public var hashesFiles = false
  /// How far archives may expand.
  public var limits = ExpansionLimits()

  /// Nothing said.
  public init() {}
}
