import ExactNumbers
import TestSupport
import Testing

/// Digits as writers put them together.
struct DecimalDigitsTests {
  /// The same text, made of the number's own digits.
  private func plain(_ number: ExactDecimal, places: Int, separator: String) -> String {
    var digits = String(number.units.magnitude)
    digits = String(repeating: "0", count: max(0, 19 - digits.count)) + digits
    var whole = String(digits.dropLast(18))
    let decimals = String(digits.suffix(18).prefix(places))
    var end = whole.count - 3
    while end > 0 {
      whole.insert(contentsOf: separator, at: whole.index(whole.startIndex, offsetBy: end))
      end -= 3
    }
    return (number.isNegative ? "-" : "") + whole + (places > 0 ? "." + decimals : "")
  }

  private func written(_ digits: DecimalDigits, separator: String) -> String {
    var output = Array((digits.isNegative ? "-" : "").utf8)
    digits.appendWhole(separator: separator, to: &output)
    if digits.places > 0 {
      output.append(UInt8(ascii: "."))
      digits.appendDecimals(to: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }

  @Test(arguments: UInt64(1)...200)
  func digitsAreThoseOfTheNumber(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let size = Int.random(in: 1...126, using: &random)
    let units = Int128.random(in: -(1 << size)...(1 << size), using: &random)
    let places = Int.random(in: 0...18, using: &random)
    let number = try #require(
      ExactDecimal(units: units).rounded(to: places, .down))
    #expect(number.text(places: places) == plain(number, places: places, separator: ""))
    for separator in [",", "\u{202F}", "&#39;"] {
      #expect(
        written(number.digits(places: places), separator: separator)
          == plain(number, places: places, separator: separator))
    }
    #expect(ExactDecimal(number.description) == number)
    #expect(number.digits.places <= places && !number.description.hasSuffix(".0"))
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (-42, "-42"), (100, "100"), (999, "999"), (1000, "1 000"),
    (-12_345, "-12 345"), (1_000_000, "1 000 000"), (1_020_003, "1 020 003"),
    (Int.max, "9 223 372 036 854 775 807"), (Int.min, "-9 223 372 036 854 775 808"),
  ])
  func wholeNumbersHaveGroups(number: Int, text: String) {
    #expect(written(DecimalDigits(number), separator: " ") == text)
    #expect(DecimalDigits(number).description == String(number))
  }

  @Test func theLargestNumbersHaveGroupsToo() {
    let number = ExactDecimal(units: .min)
    #expect(
      written(number.digits, separator: ",") == "-170,141,183,460,469,231,731.687303715884105728")
  }
}
