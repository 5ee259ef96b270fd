/// The digits of a number, which somebody is about to write.
///
/// Digits are numbers here and not text, so that a writer groups them as its language does.
public struct DecimalDigits: Hashable, Sendable {
  /// True below zero.
  public let isNegative: Bool
  /// What stands before the decimal mark.
  public let whole: UInt128
  /// What stands behind it, read as a whole number.
  public let decimals: UInt64
  /// How many digits stand behind it, 0…18; leading zeros count.
  public let places: Int

  init(isNegative: Bool, whole: UInt128, decimals: UInt64, places: Int) {
    self.isNegative = isNegative
    self.whole = whole
    self.decimals = decimals
    self.places = places
  }

  /// The digits of a whole number.
  public init(_ number: Int) {
    self.init(isNegative: number < 0, whole: UInt128(number.magnitude), decimals: 0, places: 0)
  }

  /// Appends the digits before the decimal mark.
  private func appendWhole(to output: inout [UInt8]) {
    if let small = UInt64(exactly: whole) {
      output.append(contentsOf: String(small).utf8)
    } else {
      output.append(contentsOf: String(whole).utf8)
    }
  }

  /// Appends the digits behind the decimal mark, with their leading zeros.
  private func appendDecimals(to output: inout [UInt8]) {
    var step = UInt64(PowerOfTen.int64(places))
    var rest = decimals
    while step > 1 {
      step /= 10
      output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / step))
      rest %= step
    }
  }

  /// Appends plain digits: `-1204.40`.
  public func append(to output: inout [UInt8]) {
    if isNegative { output.append(UInt8(ascii: "-")) }
    appendWhole(to: &output)
    guard places > 0 else { return }
    output.append(UInt8(ascii: "."))
    appendDecimals(to: &output)
  }
}

extension DecimalDigits: CustomStringConvertible {
  /// Plain digits: `-1204.40`.
  public var description: String {
    var output: [UInt8] = []
    append(to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
