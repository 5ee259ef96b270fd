import ReadingProperties
import TestSupport
import Testing

/// The pull parser against the plain reader: the same texts are JSON, with the same values.
struct JSONDifferentialTests {
  private static let pieces = [
    "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\\n\"", "\"\\u00e9\"", "\"\\ud83d\\ude00\"",
    "\"\\ud83d\"", "1", "-0", "01", "1.5e-3", "1.", "true", "false", "null", "nul", " ", "\n", "\"",
    "\\", "é",
  ]

  @Test(arguments: UInt64(1)...60)
  func bothReadersAgreeOnArbitraryText(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    for _ in 0..<200 {
      let count = Int.random(in: 0...9, using: &random)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      let bytes = Array(text.utf8)
      #expect(JSONAgreement.difference(bytes, steps: [3]) == nil, "\(text.debugDescription)")
    }
  }

  @Test(arguments: UInt64(1)...60)
  func bothReadersAgreeOnDamagedJSON(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let whole = Array(
      #"{"value":[{"a":"x\ty","b":-1.5,"c":null},{"a":"\u20ac","b":[1,{}]}],"n":{}}"#.utf8)
    for _ in 0..<200 {
      var bytes = whole
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(bytes[Int.random(in: bytes.indices, using: &random)], at: place)
        default: bytes[place] = bytes[Int.random(in: bytes.indices, using: &random)]
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(JSONAgreement.difference(bytes, steps: [3]) == nil, "\(text)")
    }
  }
}
