import Testing
import UnicodeFolding

struct LowercaseTests {
  @Test(arguments: [
    ("ADA@Contoso.Example", "ada@contoso.example"), ("ÅSA Öberg", "åsa öberg"),
    ("ΣΊΣΥΦΟΣ", "σίσυφοσ"),
    ("İ", "i"), ("ẞ", "ß"), ("ЖЁ", "жё"), ("無限制", "無限制"), ("𐐀", "𐐨"), ("", ""), ("[`{@Z", "[`{@z"),
  ])
  func eachCodePointAlone(text: String, expected: String) {
    #expect(Array(Lowercase.fold(text).utf8) == Array(expected.utf8))
  }

  @Test func bytesThatAreNoTextStay() {
    let bytes: [UInt8] = [0x41, 0xFF, 0xC3, 0x42, 0xED, 0xA0, 0x80, 0xC0, 0xAF, 0xE2, 0x82]
    var result: [UInt8] = [1, 2, 3]
    Lowercase.fold(bytes.span, into: &result)
    #expect(result == [0x61, 0xFF, 0xC3, 0x62, 0xED, 0xA0, 0x80, 0xC0, 0xAF, 0xE2, 0x82])
  }

  @Test func foldingTwiceChangesNothingMore() {
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = Lowercase.fold(String(scalar))
      #expect(Lowercase.fold(once).utf8.elementsEqual(once.utf8), "U+\(String(value, radix: 16))")
    }
  }
}
