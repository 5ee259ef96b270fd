import ReadingProperties
import TestSupport
import Testing

/// The fast reader against the plain one, on arbitrary text.
struct DifferentialTests {
  @Test(arguments: UInt64(1)...40)
  func bothReadersAgreeOnEveryInput(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let alphabet = Array("ab,;\"\"\n\n\r\0é".utf8)
    for _ in 0..<100 {
      let count = Int.random(in: 0...40, using: &random)
      let bytes = (0..<count).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &random)]
      }
      // A limit of a few bytes ends quoted fields early in both readers.
      let limit = [1 << 24, 1, 2, 5, 9].randomElement(using: &random) ?? 1
      let difference = CSVAgreement.difference(
        bytes, delimiter: UInt8(ascii: ","), windows: [1, 2, 3, 7, 64], quotedLimit: limit)
      #expect(difference == nil, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }
}
