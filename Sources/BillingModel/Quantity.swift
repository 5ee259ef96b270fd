/// How many licences were bought: a whole number, or *Unlimited* for a flat rate.
public enum Quantity: Hashable, Sendable {
  case count(Int)
  case unlimited

  /// The number; nil for Unlimited.
  public var number: Int? {
    if case .count(let number) = self { number } else { nil }
  }
}
