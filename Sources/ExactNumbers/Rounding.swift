/// The named ways to round. Each works on the magnitude, so that it is symmetric around zero.
public enum Rounding: String, Hashable, Sendable {
  /// To the nearest; a tie goes to the even neighbour ("bankers' rounding").
  case halfEven = "half-even"
  /// To the nearest; a tie goes away from zero.
  case halfUp = "half-up"
  /// Towards zero: digits are cut (Partner Center's ROUNDDOWN).
  case down

  func rounds(_ share: UInt128, rest: UInt128, of divisor: UInt128) -> UInt128 {
    let other = divisor - rest
    let isUp: Bool
    switch self {
    case .down: isUp = false
    case .halfUp: isUp = rest >= other
    case .halfEven: isUp = rest > other || (rest == other && share & 1 == 1)
    }
    return isUp ? share &+ 1 : share
  }
}
