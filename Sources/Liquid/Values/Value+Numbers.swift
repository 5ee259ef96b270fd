import ExactNumbers

extension Value {
  /// The value as arithmetic takes it: a number, a decimal, an amount, a date.
  ///
  /// Text counts as the number it begins with, everything else as 0, as the language says.
  func operand() throws(Problem) -> Value {
    switch self {
    case .number, .decimal, .money, .date: return self
    case .moneyBag: throw .wrongKind("amounts of several currencies", expected: "a number")
    default: break
    }
    guard let text = textOrNil else { return .number(0) }
    return try Self.number(in: text)
  }

  /// `12.50` is a decimal; other text is the whole number it begins with, or 0.
  private static func number(in text: String) throws(Problem) -> Value {
    let bytes = trimmed(text)
    if isDecimal(bytes) {
      guard let decimal = DecimalText.parse(bytes.span) else { throw .numberOutOfRange }
      return .decimal(decimal)
    }
    return .number(try leadingNumber(of: bytes))
  }

  private static func trimmed(_ text: String) -> [UInt8] {
    let isSpace: (UInt8) -> Bool = { $0 == 32 || (9...13).contains($0) }
    var bytes = Array(text.utf8.drop(while: isSpace))
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes
  }

  /// Digits, a point and digits, perhaps after a minus.
  private static func isDecimal(_ bytes: [UInt8]) -> Bool {
    let unsigned = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { $0 &- 48 < 10 } }
  }

  private static func leadingNumber(of bytes: [UInt8]) throws(Problem) -> Int {
    var rest = bytes[...]
    let sign = rest.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
    let digits = rest.prefix { $0 &- 48 < 10 }
    guard !digits.isEmpty else { return 0 }
    let text = (sign == UInt8(ascii: "-") ? "-" : "") + String(decoding: digits, as: UTF8.self)
    guard let number = Int(text) else { throw .numberOutOfRange }
    return number
  }

  /// The number without its decimals; text as in arithmetic.
  func cutNumber() throws(Problem) -> Int {
    switch try operand() {
    case .number(let number): return number
    case .decimal(let decimal): return try decimal.whole(.down)
    default: throw .notAWholeNumber(kind)
    }
  }

  /// The whole number of a `number`, or of text that is exactly one; anything else is a problem.
  public func wholeNumber() throws(Problem) -> Int {
    if case .number(let number) = self { return number }
    if let text = textOrNil {
      let bytes = Self.trimmed(text)
      if let number = Int(String(decoding: bytes, as: UTF8.self)) { return number }
      throw .notAWholeNumber(text)
    }
    throw .notAWholeNumber(scalarText ?? kind)
  }

  /// The number, or the amount of an amount of money, as a decimal.
  var exact: ExactDecimal? {
    switch self {
    case .number(let number): ExactDecimal(number)
    case .decimal(let decimal): decimal
    case .money(let money): money.amount
    default: nil
    }
  }
}

extension ExactDecimal {
  /// The whole number after rounding.
  func whole(_ rounding: Rounding) throws(Problem) -> Int {
    guard let rounded = rounded(to: 0, rounding),
      let number = Int(exactly: rounded.units / PowerOfTen.int128(Self.scale))
    else { throw .numberOutOfRange }
    return number
  }

  /// The next whole number below (-1) or above (1).
  func whole(towards direction: Int) throws(Problem) -> Int {
    let cut = try whole(.down)
    let difference = units - ExactDecimal(cut).units
    return difference.signum() == direction ? cut + direction : cut
  }

  /// The quotient rounded half-even to 18 decimals, and whether that is exact.
  func quotient(by divisor: ExactDecimal) throws(Problem) -> (value: ExactDecimal, isExact: Bool) {
    let size = divisor.units.magnitude
    guard size > 0 else { throw .divisionByZero }
    let product = units.magnitude.multipliedFullWidth(by: PowerOfTen.int128(Self.scale).magnitude)
    guard product.high < size else { throw .numberOutOfRange }
    var (share, rest) = size.dividingFullWidth(product)
    let other = size - rest
    if rest > other || (rest == other && share & 1 == 1) { share += 1 }
    guard let magnitude = Int128(exactly: share) else { throw .numberOutOfRange }
    let isNegative = isNegative != divisor.isNegative
    return (ExactDecimal(units: isNegative ? -magnitude : magnitude), rest == 0)
  }
}
