import ReadingProperties
import TestSupport
import Testing

/// Records of the same keys, whose members are read many bytes at once, with all sorts of values among them. Many
/// bytes follow what is odd, so that it is not left to the way that reads the end.
struct JSONSimpleMembersTests {
  private static let values = [
    "0", "-0", "7", "-12.50", "0.00", "123456789012345", "1234567890123456", "-12345678901234.5",
    "0.12345678901234567", "1e5", "1.5E-3", "-1e+2", "true", "false", "null", "\"\"", "\"plain\"",
    "\"é, 中, 😀\"", "\"a \\\" quote\"", "\"\\u00e9\"", "\"a\u{0}b\"", "\"x, \\\"id\\\": 1}\"",
    "\"\(String(repeating: "long ", count: 40))\"", "\"\(String(repeating: "é", count: 70))\"",
    "{}", "[]", "{\"a\": [1, {\"b\": null}]}",
  ]
  private static let wrong = [
    "01", "-01", "00", "1.", ".5", "-", "-.5", "+1", "1.e5", "1e", "1.5.5", "0x1", "nul", "nulL",
    "tru", "falsy", "True", "\"open", "\"\\x\"", "'a'", "1 2", "\"a\" \"b\"", "",
  ]
  private static let keys = [
    "id", "total", "a name that is longer than what is compared at once", "ä", "k\\u0065y", "last",
  ]
  private static let end = String(repeating: " ", count: 200)

  private static func record(
    _ random: inout SeededGenerator, _ values: [String], keys: [String] = keys
  ) -> String {
    "{"
      + keys.map { "\"\($0)\": \(values.randomElement(using: &random) ?? "0")" }
      .joined(separator: ", ") + "}"
  }

  private static func text(_ records: [String]) -> [UInt8] {
    Array("[\(records.joined(separator: ",\n"))]\(end)".utf8)
  }

  @Test(arguments: UInt64(1)...40)
  func readersAgreeOnRecordsOfTheSameKeys(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    for _ in 0..<20 {
      let records = (0..<8).map { _ -> String in
        var keys = Self.keys
        switch Int.random(in: 0...5, using: &random) {
        case 0: keys.shuffle(using: &random)
        case 1: keys.removeLast(Int.random(in: 0...5, using: &random))
        case 2: keys.insert(keys[0], at: Int.random(in: 1...6, using: &random))
        default: break
        }
        return Self.record(&random, Self.values, keys: keys)
      }
      let bytes = Self.text(records)
      #expect(
        JSONAgreement.difference(bytes, steps: [97, 1000]) == nil,
        "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  /// One wrong value in the second of three records of known keys: none of the readers takes it for JSON.
  @Test(arguments: wrong)
  func readersAgreeOnAWrongValue(_ wrong: String) {
    var random = SeededGenerator(state: 1)
    for key in Self.keys.indices {
      for seconds in [["0"], ["\"plain\""], Self.values] {
        let first = Self.record(&random, ["1"])
        let parts = Self.keys.indices.map { index in
          "\"\(Self.keys[index])\": "
            + (index == key ? wrong : seconds.randomElement(using: &random) ?? "")
        }
        let second = "{\(parts.joined(separator: ", "))}"
        let bytes = Self.text([first, second, first])
        #expect(
          JSONAgreement.difference(bytes, steps: [97]) == nil,
          "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  /// More than 64 keys, and the same key twice beyond them.
  @Test func readersAgreeOnManyKeys() {
    var random = SeededGenerator(state: 9)
    let keys = (0..<130).map { "column \($0)" }
    for extra in [[], ["column 1"], ["column 63"], ["column 64"], ["column 129"]] {
      let records = (0..<4).map {
        Self.record(&random, Self.values, keys: $0 == 2 ? keys + extra : keys)
      }
      #expect(JSONAgreement.difference(Self.text(records), steps: [97, 5000]) == nil)
    }
  }
}
