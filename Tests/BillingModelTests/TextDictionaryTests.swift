import BillingModel
import TestSupport
import Testing

/// Texts and their codes, through growth, folding and merging.
struct TextDictionaryTests {
  private static func text(_ number: Int) -> String {
    String(repeating: "x", count: number % 40) + "\(number)"
  }

  @Test func manyTextsKeepTheirCodes() {
    var dictionary = TextDictionary()
    for number in 0..<30_000 {
      #expect(dictionary.intern(Array(Self.text(number).utf8).span) == number)
    }
    #expect(dictionary.count == 30_000)
    for number in stride(from: 0, to: 30_000, by: 7) {
      #expect(dictionary.code(of: Self.text(number)) == number)
      #expect(dictionary.text(of: number) == Self.text(number))
    }
    #expect(dictionary.code(of: "y") == nil)
  }

  @Test func peopleAreTheSameInAnyCaseAndKeepTheirFirstSpelling() {
    var dictionary = TextDictionary(.caseless)
    #expect(dictionary.intern(Array("Ana@X.example".utf8).span) == 0)
    #expect(dictionary.intern(Array("ANA@x.example".utf8).span) == 0)
    #expect(dictionary.intern(Array("ünal@x.example".utf8).span) == 1)
    #expect(dictionary.intern(Array("ÜNAL@x.example".utf8).span) == 1)
    #expect(dictionary.text(of: 0) == "Ana@X.example")
    #expect(dictionary.key(of: 0) == "ana@x.example")
  }

  private static func users(_ names: [String]) -> TableContents {
    var builder = TableBuilder(.users)
    for (row, name) in names.enumerated() {
      builder.append(text: Array(name.utf8).span, column: 0)
      builder.commit(line: row + 2, offset: row * 10)
    }
    return builder.finish(file: 0, given: [])
  }

  @Test func shardsAdoptTheCodesAndSpellingsOfThoseBeforeThem() {
    var shared = Domain.allCases.map { TextDictionary($0.folding) }
    let numbers = 0..<5000
    var first = Self.users(numbers.map { "User\($0)@x.example" })
    var second = Self.users(numbers.map { "uSER\($0 * 2)@x.example" })
    first.adopt(&shared)
    second.adopt(&shared)
    let people = shared[Domain.party.rawValue]
    #expect(first.codes(0).map(Int.init) == Array(numbers))
    #expect(
      second.codes(0).map { people.text(of: Int($0)) }
        == numbers.map { $0 * 2 < 5000 ? "User\($0 * 2)@x.example" : "uSER\($0 * 2)@x.example" })
    #expect(people.code(of: "USER7@x.example") == 7)
  }
}
