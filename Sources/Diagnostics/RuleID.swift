/// The stable name of a rule, lower kebab case: `over-assigned`. Never reused, never renamed.
///
/// Each rule declares its own as a static member in its file.
public struct RuleID: RawRepresentable, Hashable, Sendable {
  /// The name as people write it.
  public let rawValue: String

  /// Makes the id of that name.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Makes the id of that name.
  public init(_ name: String) {
    rawValue = name
  }
}

extension RuleID: Comparable, CustomStringConvertible {
  /// Orders by code points.
  public static func < (left: RuleID, right: RuleID) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The name.
  public var description: String { rawValue }
}
