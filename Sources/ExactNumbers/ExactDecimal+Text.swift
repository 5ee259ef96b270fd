extension ExactDecimal: CustomStringConvertible {
  /// The number in plain digits, with as many decimals as it needs: `-1204.4`, `0`, `12`.
  public var description: String {
    var places = Self.scale
    var rest = units.magnitude
    while places > 0, rest % 10 == 0 {
      rest /= 10
      places -= 1
    }
    return text(places: places)
  }

  /// The number with exactly `places` decimals (0…18). Digits beyond them must be zero: round first.
  public func text(places: Int) -> String {
    let step = PowerOfTen.int128(Self.scale - places).magnitude
    precondition(units.magnitude % step == 0, "a number is rounded before it is written shorter")
    var digits = String(units.magnitude / step)
    if digits.utf8.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
    }
    let mark = digits.utf8.index(digits.utf8.endIndex, offsetBy: -places)
    let whole = digits[..<mark]
    let sign = units < 0 ? "-" : ""
    return places == 0 ? sign + whole : sign + whole + "." + digits[mark...]
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
