import Testing
import UnicodeFolding

struct WhiteSpaceTests {
  @Test func everyWhiteSpaceOfUnicodeIsTrimmedAndNothingElse() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array((String(scalar) + "x" + String(scalar)).utf8)
      let range = WhiteSpace.trimmed(bytes.span)
      let expected = scalar.properties.isWhitespace ? 1 : bytes.count
      if range.count != expected {
        Issue.record("U+\(String(value, radix: 16)): \(range)")
      }
    }
  }

  @Test(arguments: [
    ("", 0..<0), (" \t\r\n", 4..<4), ("  a b ", 2..<5), ("a", 0..<1), ("\u{3000}é\u{A0}", 3..<5),
  ])
  func keepsWhatIsInside(text: String, range: Range<Int>) {
    let bytes = Array(text.utf8)
    let found = WhiteSpace.trimmed(bytes.span)
    #expect(found.count == range.count)
    #expect(found == range || range.isEmpty)
  }

  @Test func halfACharacterIsNoWhiteSpace() {
    let bytes: [UInt8] = [0x80, 0xE3, 0x80]
    #expect(WhiteSpace.trimmed(bytes.span) == 0..<3)
    let tail: [UInt8] = [0xA0, 0x41, 0xC2]
    #expect(WhiteSpace.trimmed(tail.span) == 0..<3)
  }
}
