public import ExactNumbers

/// An exact amount of money that may be a part of a price: it is rounded once, where it is written.
///
/// A monthly figure is a price divided by 1, 3, 6, 12 or 36 months, which decimals cannot always hold;
/// a whole number of 36ths can. Equality is by value.
public struct ExactAmount: Hashable, Sendable {
  private let words: WordPair
  /// 1, or 36 when the amount is no whole number of 10⁻¹⁸.
  private let parts: Int

  /// The amount zero.
  public static let zero = ExactAmount(.zero)

  /// Makes an amount of a decimal.
  public init(_ decimal: ExactDecimal) {
    words = WordPair(decimal.units)
    parts = 1
  }

  /// Makes an amount of so many 36ths of 10⁻¹⁸.
  public init(thirtySixths: Int128) {
    let isWhole = thirtySixths % 36 == 0
    words = WordPair(isWhole ? thirtySixths / 36 : thirtySixths)
    parts = isWhole ? 1 : 36
  }

  /// The amount in units of 10⁻¹⁸ divided by `parts`.
  private var units: Int128 { words.value }

  /// True below zero.
  public var isNegative: Bool { units < 0 }

  /// True for zero.
  public var isZero: Bool { units == 0 }

  /// The exact sum; nil when it does not fit.
  public func adding(_ other: ExactAmount) -> ExactAmount? {
    if parts == 1, other.parts == 1 {
      let sum = units.addingReportingOverflow(other.units)
      return sum.overflow ? nil : ExactAmount(ExactDecimal(units: sum.partialValue))
    }
    guard let left = thirtySixths, let right = other.thirtySixths else { return nil }
    let sum = left.addingReportingOverflow(right)
    return sum.overflow ? nil : ExactAmount(thirtySixths: sum.partialValue)
  }

  /// The exact product with a whole number; nil when it does not fit.
  public func multiplied(by factor: Int) -> ExactAmount? {
    let product = units.multipliedReportingOverflow(by: Int128(factor))
    guard !product.overflow else { return nil }
    return parts == 1
      ? ExactAmount(ExactDecimal(units: product.partialValue))
      : ExactAmount(thirtySixths: product.partialValue)
  }

  /// The amount rounded half-even to `places` decimals (0…18); nil when that does not fit.
  public func rounded(to places: Int) -> ExactDecimal? {
    let decimal = ExactDecimal(units: units)
    return parts == 1
      ? decimal.rounded(to: places, .halfEven)
      : decimal.divided(by: parts, to: places, .halfEven)
  }

  /// The amount rounded half-even to the currency's minor unit; nil when that does not fit.
  public func rounded(in currency: Currency) -> Money? {
    rounded(to: currency.minorUnits).map { Money($0, currency) }
  }

  /// The amount rounded half-even to the currency's minor unit, in plain digits: `1204.40`.
  public func minorUnitText(in currency: Currency) -> String? {
    rounded(to: currency.minorUnits)?.text(places: currency.minorUnits)
  }

  /// The digits of the amount rounded half-even to the currency's minor unit; nil when that does not
  /// fit.
  public func minorUnitDigits(in currency: Currency) -> DecimalDigits? {
    rounded(to: currency.minorUnits)?.digits(places: currency.minorUnits)
  }

  /// The amount in 36ths of 10⁻¹⁸; nil when that does not fit.
  var thirtySixths: Int128? {
    guard parts == 1 else { return units }
    let product = units.multipliedReportingOverflow(by: 36)
    return product.overflow ? nil : product.partialValue
  }
}

extension ExactAmount: Comparable {
  /// Orders by value.
  public static func < (left: ExactAmount, right: ExactAmount) -> Bool {
    if left.parts == right.parts { return left.units < right.units }
    // Compared in full width, because 36 times an amount may not fit.
    let first = left.units.multipliedFullWidth(by: Int128(right.parts))
    let second = right.units.multipliedFullWidth(by: Int128(left.parts))
    return (first.high, first.low) < (second.high, second.low)
  }
}
