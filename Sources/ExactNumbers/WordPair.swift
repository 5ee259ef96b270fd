/// An `Int128` as it is kept: two words instead of one number of 16 bytes.
///
/// The number itself may only stand at every sixteenth byte, and so may everything that holds one. Memory
/// for such values is far slower to get than other memory, and half of what they take is gaps.
public struct WordPair: Hashable, Sendable {
  private let low: UInt64
  private let high: Int64

  /// Keeps a number.
  public init(_ value: Int128) {
    low = UInt64(truncatingIfNeeded: value)
    high = Int64(truncatingIfNeeded: value >> 64)
  }

  /// The number.
  public var value: Int128 { Int128(high) << 64 | Int128(low) }
}
