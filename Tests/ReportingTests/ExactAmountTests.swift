import ExactNumbers
import Reporting
import TestSupport
import Testing

struct ExactAmountTests {
  private func decimal(_ text: String) -> ExactAmount {
    ExactAmount(ExactDecimal(text) ?? .zero)
  }

  @Test func thirtySixthsThatAreWholeAreDecimals() {
    #expect(ExactAmount(thirtySixths: 72) == ExactAmount(ExactDecimal(units: 2)))
    #expect(ExactAmount(thirtySixths: 1) != ExactAmount(ExactDecimal(units: 0)))
  }

  @Test func roundsOnceFromTheExactValue() {
    // One 36th of 10⁻¹⁸ above a tie: rounding to decimals first would lose it.
    let tie = ExactDecimal("0.005")?.units ?? 0
    #expect(ExactAmount(thirtySixths: tie * 36).rounded(to: 2) == ExactDecimal("0"))
    #expect(ExactAmount(thirtySixths: tie * 36 + 1).rounded(to: 2) == ExactDecimal("0.01"))
    #expect(ExactAmount(thirtySixths: -tie * 36 - 1).rounded(to: 2) == ExactDecimal("-0.01"))
  }

  @Test(arguments: UInt64(1)...100)
  func sumsAreExactAndOrdered(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let numbers = (0..<6).map { _ in Int128(Int64.random(in: -9999...9999, using: &random)) }
    var sum = ExactAmount.zero
    for number in numbers {
      sum = try #require(sum.adding(ExactAmount(thirtySixths: number)))
    }
    #expect(sum == ExactAmount(thirtySixths: numbers.reduce(0, +)))
    for (left, right) in zip(numbers, numbers.dropFirst()) {
      #expect(
        (ExactAmount(thirtySixths: left) < ExactAmount(thirtySixths: right)) == (left < right))
    }
  }

  @Test func whatDoesNotFitIsNil() {
    let largest = ExactAmount(ExactDecimal(units: .max))
    #expect(largest.adding(largest) == nil)
    #expect(largest.adding(ExactAmount(thirtySixths: 1)) == nil)
    #expect(largest.multiplied(by: 2) == nil)
    #expect(largest > ExactAmount(thirtySixths: 1))
    #expect(decimal("1.5").multiplied(by: -2) == decimal("-3"))
  }
}
