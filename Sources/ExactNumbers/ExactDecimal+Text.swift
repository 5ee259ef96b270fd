extension ExactDecimal: CustomStringConvertible {
  /// The number in plain digits, with as many decimals as it needs: `-1204.4`, `0`, `12`.
  public var description: String { digits.description }

  /// The number with exactly `places` decimals (0…18). Digits beyond them must be zero: round first.
  public func text(places: Int) -> String { digits(places: places).description }

  /// The digits, with as many decimals as the number needs.
  public var digits: DecimalDigits {
    let (whole, rest) = parts
    var (decimals, places) = (rest, rest == 0 ? 0 : Self.scale)
    while places > 0, decimals % 10 == 0 {
      decimals /= 10
      places -= 1
    }
    return DecimalDigits(
      isNegative: units < 0, whole: whole, decimals: decimals, places: places)
  }

  /// The digits with exactly `places` decimals (0…18). Digits beyond them must be zero: round first.
  public func digits(places: Int) -> DecimalDigits {
    let (whole, rest) = parts
    let step = UInt64(PowerOfTen.int64(Self.scale - places))
    precondition(rest % step == 0, "a number is rounded before it is written shorter")
    return DecimalDigits(
      isNegative: units < 0, whole: whole, decimals: rest / step, places: places)
  }

  /// The whole number before the decimal mark, and the units behind it.
  private var parts: (whole: UInt128, rest: UInt64) {
    let one = UInt64(PowerOfTen.int64(Self.scale))
    guard let small = UInt64(exactly: units.magnitude) else {
      let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: UInt128(one))
      return (whole, UInt64(rest))
    }
    return (UInt128(small / one), small % one)
  }
}

extension ExactDecimal {
  /// Reads plain decimal text: an optional sign, digits, and perhaps a point with more digits.
  ///
  /// Nil for anything else (blanks, grouping, exponents), for more than 18 decimals that are not
  /// zero, and for values out of range.
  public init?(_ text: some StringProtocol) {
    var bytes: [UInt8] = []
    bytes.append(contentsOf: text.utf8)
    guard let number = DecimalText.parse(bytes.span) else { return nil }
    self = number
  }
}
