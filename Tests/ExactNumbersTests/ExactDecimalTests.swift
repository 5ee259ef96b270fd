import ExactNumbers
import TestSupport
import Testing

struct ExactDecimalTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("12.50", "12.5"), ("-1204.40", "-1204.4"), ("+3", "3"),
    ("0.000000000000000001", "0.000000000000000001"), ("1.0000000000000000000000", "1"),
    ("170141183460469231731", "170141183460469231731"), ("000012.5", "12.5"),
  ])
  func textComesBackInShortestForm(text: String, shortest: String) {
    #expect(ExactDecimal(text)?.description == shortest)
  }

  @Test(arguments: [
    "", "-", ".", ".5", "5.", "1,5", "1 000", "12abc", "1e3", "--1", "1.2.3", "0x10", "١",
    "0.0000000000000000001", "170141183460469231732", "NaN",
  ])
  func isNoNumber(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test(arguments: UInt64(1)...200)
  func shortAndLongReadersAgree(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let value = Int64.random(in: -999_999_999_999...999_999_999_999, using: &random)
    let decimals = Int.random(in: 0...12, using: &random)
    let text =
      ExactDecimal(mantissa: Int128(value), decimals: decimals)?.text(places: decimals) ?? ""
    let bytes = Array(text.utf8)
    let short = DecimalText.parseShort(bytes.span)
    #expect(
      short.flatMap { ExactDecimal(mantissa: Int128($0.mantissa), decimals: $0.decimals) }
        == ExactDecimal(text))
  }

  @Test(arguments: [
    ("2.5", 0, "2", "3", "2"), ("3.5", 0, "4", "4", "3"), ("-2.5", 0, "-2", "-3", "-2"),
    ("0.125", 2, "0.12", "0.13", "0.12"), ("0.1251", 2, "0.13", "0.13", "0.12"),
    ("-0.999", 2, "-1", "-1", "-0.99"), ("1.005", 2, "1", "1.01", "1"),
  ])
  func roundsByName(text: String, places: Int, even: String, up: String, down: String) {
    let number = ExactDecimal(text)
    #expect(number?.rounded(to: places, .halfEven)?.description == even)
    #expect(number?.rounded(to: places, .halfUp)?.description == up)
    #expect(number?.rounded(to: places, .down)?.description == down)
  }

  @Test func productsAreComputedInFullWidth() {
    let price = ExactDecimal("99999999999.999999999999")
    let quantity = ExactDecimal("1000000000")
    #expect(
      price?.multiplied(by: quantity ?? .zero, to: 2, .halfEven)?.description
        == "100000000000000000000")
    #expect(
      ExactDecimal("0.000000000000000001")?
        .multiplied(by: ExactDecimal("0.5") ?? .zero, to: 18, .halfUp)?.description
        == "0.000000000000000001")
  }

  @Test func overflowIsNilNeverWrong() {
    let large = ExactDecimal("170141183460469231731")
    #expect(large?.adding(ExactDecimal(1)) == nil)
    #expect(large?.multiplied(by: 2) == nil)
    #expect(large?.multiplied(by: large ?? .zero, to: 0, .down) == nil)
  }

  @Test func thirdsRoundOnce() {
    #expect(ExactDecimal("100")?.divided(by: 3, to: 2, .halfEven)?.text(places: 2) == "33.33")
    #expect(ExactDecimal("200")?.divided(by: 3, to: 2, .halfEven)?.text(places: 2) == "66.67")
    #expect(ExactDecimal("-200")?.divided(by: 3, to: 2, .halfEven)?.text(places: 2) == "-66.67")
  }

  @Test(arguments: [("1.2E-3", "0.0012"), ("1e3", "1000"), ("-2.50e+1", "-25"), ("0e999", "0")])
  func exponentsAreReadWhereAFormatHasThem(text: String, value: String) {
    let bytes = Array(text.utf8)
    #expect(DecimalText.parseScientific(bytes.span)?.description == value)
  }
}

struct MoneyTests {
  @Test func currenciesNeverAddUp() throws {
    let euro = try #require(Currency("EUR"))
    let yen = try #require(Currency("jpy"))
    var bag = MoneyBag()
    bag.add(try #require(ExactDecimal("1.10")), euro)
    bag.add(ExactDecimal(300), yen)
    bag.add(try #require(ExactDecimal("2.205")), euro)
    #expect(bag.all.map(\.description) == ["3.305 EUR", "300 JPY"])
    #expect(bag.all.map(\.minorUnitText) == ["3.30", "300"])
  }

  @Test func aSumThatDoesNotFitIsUnknownForGood() throws {
    let euro = try #require(Currency("EUR"))
    let large = try #require(ExactDecimal("170141183460469231731"))
    var bag = MoneyBag()
    bag.add(large, euro)
    bag.add(large, euro)
    bag.add(ExactDecimal(-1), euro)
    #expect(bag[euro] == nil)
    #expect(bag.currencies == [euro])
  }

  @Test(arguments: ["XEU1", "EU", "", "ABC", "123", "E R"])
  func isNoCurrency(code: String) {
    #expect(Currency(code) == nil)
  }

  @Test func minorUnitsFollowTheStandard() {
    #expect(Currency("EUR")?.minorUnits == 2)
    #expect(Currency("JPY")?.minorUnits == 0)
    #expect(Currency("KWD")?.minorUnits == 3)
  }
}
