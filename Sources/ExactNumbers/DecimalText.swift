/// Reads decimal numbers straight from bytes.
public enum DecimalText {
  /// A number as digits and a decimal scale: `mantissa` × 10^−`decimals`.
  public struct Short: Hashable, Sendable {
    /// All digits as one whole number, with the sign.
    public let mantissa: Int64
    /// How many of the digits stand after the decimal mark, 0…18.
    public let decimals: Int

    /// Makes `mantissa` × 10^−`decimals`, with `decimals` in 0…18.
    public init(mantissa: Int64, decimals: Int) {
      self.mantissa = mantissa
      self.decimals = decimals
    }
  }

  /// Reads at most 18 digits in plain form; nil when the text is longer or not a number.
  ///
  /// The fast way for the numbers that occur; `parse` reads the others.
  public static func parseShort(_ bytes: Span<UInt8>) -> Short? {
    var index = 0
    let count = bytes.count
    guard count > 0, count <= 20 else { return nil }
    let isNegative = bytes[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    var mantissa: Int64 = 0
    var digits = 0
    var mark = -1
    while index < count {
      let byte = bytes[index]
      if byte &- 48 < 10 {
        mantissa = mantissa &* 10 &+ Int64(byte &- 48)
        digits += 1
      } else if byte == UInt8(ascii: "."), mark < 0, digits > 0 {
        mark = digits
      } else {
        return nil
      }
      index += 1
    }
    guard digits > 0, digits <= 18, mark != digits else { return nil }
    return Short(
      mantissa: isNegative ? -mantissa : mantissa, decimals: mark < 0 ? 0 : digits - mark)
  }

  /// Reads a number of any length that fits `ExactDecimal`.
  ///
  /// Accepts one leading `+` or `-`, digits with one point among them (`.5` and `5.` are not
  /// numbers), and zeros beyond the eighteenth decimal. Takes no exponent: see `parseScientific`.
  public static func parse(_ bytes: Span<UInt8>) -> ExactDecimal? {
    guard let number = scan(bytes), number.end == bytes.count else { return nil }
    return number.value(exponent: 0)
  }

  /// Reads a number that may have an exponent (`1.2E-3`), as JSON and FOCUS write them.
  public static func parseScientific(_ bytes: Span<UInt8>) -> ExactDecimal? {
    guard let number = scan(bytes) else { return nil }
    if number.end == bytes.count { return number.value(exponent: 0) }
    guard bytes[number.end] | 0x20 == UInt8(ascii: "e") else { return nil }
    var index = number.end + 1
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < bytes.count else { return nil }
    var exponent = 0
    while index < bytes.count {
      let digit = bytes[index] &- 48
      guard digit < 10, exponent < 1000 else { return nil }
      exponent = exponent * 10 + Int(digit)
      index += 1
    }
    return number.value(exponent: isNegative ? -exponent : exponent)
  }

  private struct Scanned {
    var isNegative = false
    var digits: [UInt8] = []
    var decimals = 0
    var end = 0

    func value(exponent: Int) -> ExactDecimal? {
      var shift = ExactDecimal.scale - decimals + exponent
      var digits = digits[...]
      while shift < 0, digits.last == 0 {
        digits.removeLast()
        shift += 1
      }
      let significant = digits.drop { $0 == 0 }
      guard !significant.isEmpty else { return .zero }
      guard shift >= 0, significant.count + shift <= 39 else { return nil }
      var magnitude: UInt128 = 0
      for digit in significant {
        let next = magnitude.multipliedReportingOverflow(by: 10)
        guard !next.overflow else { return nil }
        magnitude = next.partialValue + UInt128(digit)
      }
      for _ in 0..<shift {
        let next = magnitude.multipliedReportingOverflow(by: 10)
        guard !next.overflow else { return nil }
        magnitude = next.partialValue
      }
      guard let units = Int128(exactly: magnitude) else { return nil }
      return ExactDecimal(units: isNegative ? -units : units)
    }
  }

  private static func scan(_ bytes: Span<UInt8>) -> Scanned? {
    var result = Scanned()
    var index = 0
    if index < bytes.count, bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
      result.isNegative = bytes[0] == UInt8(ascii: "-")
      index = 1
    }
    var mark = -1
    while index < bytes.count {
      let byte = bytes[index]
      if byte &- 48 < 10 {
        result.digits.append(byte &- 48)
      } else if byte == UInt8(ascii: "."), mark < 0, !result.digits.isEmpty {
        mark = result.digits.count
      } else {
        break
      }
      index += 1
    }
    guard !result.digits.isEmpty, mark != result.digits.count else { return nil }
    result.decimals = mark < 0 ? 0 : result.digits.count - mark
    result.end = index
    return result
  }
}
