/// How far compressed bytes may expand.
public struct ExpansionLimits: Hashable, Sendable {
  /// How many bytes may come out of one archive, all its members together.
  public var expandedBytes: Int
  /// How many bytes may come out for each byte that goes in.
  ///
  /// The first mebibyte of a member does not count: small tables of equal rows compress a thousand
  /// times and harm nobody.
  public var ratio: Int

  /// Four gibibytes and a hundred times, unless said otherwise.
  public init(expandedBytes: Int = 4 << 30, ratio: Int = 100) {
    self.expandedBytes = expandedBytes
    self.ratio = ratio
  }
}

/// What is left of the limits of one archive.
public struct ExpansionBudget: Sendable {
  /// The bytes of a member that come out before its ratio counts.
  static let freeBytes = 1 << 20

  private let limits: ExpansionLimits
  private var left: Int

  /// The whole budget.
  public init(_ limits: ExpansionLimits) {
    self.limits = limits
    left = limits.expandedBytes
  }

  /// Refuses a member that says itself that it is too long, before any of it is expanded.
  func check(declared count: Int) throws(ExpansionError) {
    guard count <= left else { throw .tooLong(limit: limits.expandedBytes) }
  }

  /// Takes bytes that came out of a member, of which `expanded` did so far from `compressed` bytes.
  mutating func spend(
    _ count: Int, expanded: Int, compressed: Int
  ) throws(ExpansionError) {
    guard count <= left else { throw .tooLong(limit: limits.expandedBytes) }
    left -= count
    guard expanded > Self.freeBytes, expanded / limits.ratio > compressed else { return }
    throw .tooDense(ratio: limits.ratio)
  }
}
