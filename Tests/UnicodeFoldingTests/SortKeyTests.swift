import TestSupport
import Testing
import UnicodeFolding

struct SortKeyTests {
  @Test func lettersStandTogetherWhateverTheirMarksAndCase() {
    let names = ["Zoë", "ASA", "Östen", "asb", "Åsa", "oskar", "asa", "Étienne", "étage", "Straße"]
    let sorted = names.sorted { SortKey($0) < SortKey($1) }
    #expect(
      sorted == ["ASA", "asa", "Åsa", "asb", "étage", "Étienne", "oskar", "Östen", "Straße", "Zoë"])
  }

  @Test func onlyTheSameCodePointsHaveTheSameKey() {
    #expect(SortKey("é") != SortKey("e\u{301}"))
    #expect(SortKey("é").folded == SortKey("e\u{301}").folded)
    #expect(SortKey("Ab") == SortKey("Ab"))
  }

  @Test(arguments: UInt64(1)...20)
  func orderIsTotal(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let letters = ["a", "A", "å", "a\u{30A}", "z", "ß", "ss", "İ", "한", ""]
    let texts = (0..<30).map { _ in
      (0..<3).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
    }
    let one = texts.sorted { SortKey($0) < SortKey($1) }
    let other = texts.reversed().sorted { SortKey($0) < SortKey($1) }
    #expect(one.map { Array($0.utf8) } == other.map { Array($0.utf8) })
  }
}
