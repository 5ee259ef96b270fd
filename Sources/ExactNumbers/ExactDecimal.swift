/// An exact decimal number with 18 digits after the decimal mark.
///
/// The coefficient is an `Int128`, so values reach ±170 141 183 460 469 231 731 (1.7 × 10²⁰). Nothing
/// is ever rounded silently: text with more than 18 decimals does not parse, and an operation whose
/// result does not fit returns nil. Equality is by value: `1.50 == 1.5`.
public struct ExactDecimal: Hashable, Sendable {
  /// How many digits stand after the decimal mark.
  public static let scale = 18

  /// The number zero.
  public static let zero = ExactDecimal(units: 0)

  private let words: WordPair

  /// The value in units of 10⁻¹⁸.
  public var units: Int128 { words.value }

  /// Makes the number of so many units of 10⁻¹⁸.
  public init(units: Int128) {
    words = WordPair(units)
  }

  /// Makes a whole number.
  public init(_ whole: Int) {
    self.init(units: Int128(whole) * PowerOfTen.int128(Self.scale))
  }

  /// Makes `mantissa` × 10^−`decimals`; nil when it does not fit or `decimals` is not in 0…18.
  public init?(mantissa: Int128, decimals: Int) {
    guard (0...Self.scale).contains(decimals) else { return nil }
    let product = mantissa.multipliedReportingOverflow(
      by: PowerOfTen.int128(Self.scale - decimals))
    guard !product.overflow else { return nil }
    self.init(units: product.partialValue)
  }

  /// True below zero.
  public var isNegative: Bool { units < 0 }

  /// The number with the other sign.
  public var negated: ExactDecimal? {
    let result = Int128.zero.subtractingReportingOverflow(units)
    return result.overflow ? nil : ExactDecimal(units: result.partialValue)
  }
}

extension ExactDecimal: Comparable {
  /// Orders by value.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    left.units < right.units
  }
}

extension ExactDecimal {
  /// The exact sum; nil when it does not fit.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let sum = units.addingReportingOverflow(other.units)
    return sum.overflow ? nil : ExactDecimal(units: sum.partialValue)
  }

  /// The exact difference; nil when it does not fit.
  public func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    let difference = units.subtractingReportingOverflow(other.units)
    return difference.overflow ? nil : ExactDecimal(units: difference.partialValue)
  }

  /// The exact product with a whole number; nil when it does not fit.
  public func multiplied(by factor: Int) -> ExactDecimal? {
    let product = units.multipliedReportingOverflow(by: Int128(factor))
    return product.overflow ? nil : ExactDecimal(units: product.partialValue)
  }

  /// The product rounded to `places` decimals, computed in full width and rounded once.
  public func multiplied(
    by other: ExactDecimal, to places: Int, _ rounding: Rounding
  ) -> ExactDecimal? {
    quotient(of: other, by: PowerOfTen.int128(Self.scale).magnitude, to: places, rounding)
  }

  /// The quotient by a positive whole number, rounded once to `places` decimals.
  public func divided(by divisor: Int, to places: Int, _ rounding: Rounding) -> ExactDecimal? {
    precondition(divisor > 0, "an amount is divided by a positive number")
    return quotient(
      of: ExactDecimal(units: 1), by: UInt128(divisor), to: places, rounding)
  }

  /// The number rounded to `places` decimals (0…18); nil when the rounded value does not fit.
  public func rounded(to places: Int, _ rounding: Rounding) -> ExactDecimal? {
    precondition((0...Self.scale).contains(places), "places are between 0 and 18")
    // Most numbers have no more decimals than that.
    if units % PowerOfTen.int128(Self.scale - places) == 0 { return self }
    return quotient(of: ExactDecimal(units: 1), by: 1, to: places, rounding)
  }

  /// units × other.units ÷ divisor, in units of 10⁻¹⁸, rounded once to `places` decimals.
  private func quotient(
    of other: ExactDecimal, by divisor: UInt128, to places: Int, _ rounding: Rounding
  ) -> ExactDecimal? {
    precondition((0...Self.scale).contains(places), "places are between 0 and 18")
    let product = units.magnitude.multipliedFullWidth(by: other.units.magnitude)
    let step = PowerOfTen.int128(Self.scale - places).magnitude
    let whole = divisor.multipliedReportingOverflow(by: step)
    guard !whole.overflow, product.high < whole.partialValue else { return nil }
    let (share, rest) = whole.partialValue.dividingFullWidth(product)
    let negative = (units < 0) != (other.units < 0)
    let count = rounding.rounds(share, rest: rest, of: whole.partialValue)
    let size = count.multipliedReportingOverflow(by: step)
    guard !size.overflow, let magnitude = Int128(exactly: size.partialValue) else { return nil }
    return ExactDecimal(units: negative ? -magnitude : magnitude)
  }
}
