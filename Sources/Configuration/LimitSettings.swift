/// The section `limits`: what a run refuses to do for one input.
///
/// Nil means the limit that the program has.
public struct LimitSettings: Hashable, Sendable {
  /// How many bytes may come out of one archive.
  public var expandedBytes: Int?
  /// How many bytes may come out of an archive for each byte that goes in.
  public var ratio: Int?

  /// The limits that the program has.
  public init() {}
}
