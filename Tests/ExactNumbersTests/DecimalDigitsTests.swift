import ExactNumbers
import TestSupport
import Testing

/// Digits as writers put them together.
struct DecimalDigitsTests {
  /// The same text, made of the number's own digits.
  private func plain(_ number: ExactDecimal, places: Int) -> String {
    var digits = String(number.units.magnitude)
    digits = String(repeating: "0", count: max(0, 19 - digits.count)) + digits
    let decimals = String(digits.suffix(18).prefix(places))
    return (number.isNegative ? "-" : "") + digits.dropLast(18)
      + (places > 0 ? "." + decimals : "")
  }

  @Test(arguments: UInt64(1)...200)
  func digitsAreThoseOfTheNumber(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let size = Int.random(in: 1...126, using: &random)
    let units = Int128.random(in: -(1 << size)...(1 << size), using: &random)
    let places = Int.random(in: 0...18, using: &random)
    let number = try #require(
      ExactDecimal(units: units).rounded(to: places, .down))
    #expect(number.text(places: places) == plain(number, places: places))
    #expect(number.digits(places: places).description == plain(number, places: places))
    #expect(ExactDecimal(number.description) == number)
    #expect(number.digits.places <= places && !number.description.hasSuffix(".0"))
  }

  @Test(arguments: [0, 7, 9, 10, -42, 100, 999, 1000, -12_345, 1_020_003, Int.max, Int.min])
  func wholeNumbersAreWritten(number: Int) {
    #expect(DecimalDigits(number).description == String(number))
  }

  @Test func theLargestNumberIsWritten() {
    let number = ExactDecimal(units: .min)
    #expect(number.digits.description == "-170141183460469231731.687303715884105728")
    #expect(number.units == .min)
  }

  @Test(arguments: UInt64(1)...100)
  func unitsStayWhatTheyAre(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let units = Int128.random(in: Int128.min...Int128.max, using: &random) >> Int(seed)
    #expect(ExactDecimal(units: units).units == units)
    #expect(MemoryLayout<ExactDecimal>.alignment == MemoryLayout<Int>.alignment)
  }
}
