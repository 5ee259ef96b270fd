import JSONReading
import TestSupport
import Testing

struct JSONBytesTests {
  @Test(arguments: UInt64(1)...50)
  func validUTF8IsThatOfTheStandardLibrary(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let pieces: [[UInt8]] = [
      [97], Array("é請𝄞".utf8), [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0x80], [0xE2, 0x82],
      Array("sixteen letters.".utf8), [0xED, 0x9F, 0xBF], [0xFF], [0],
    ]
    for _ in 0..<400 {
      let count = Int.random(in: 0...5, using: &random)
      let bytes = (0..<count).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect(JSONBytes.isUTF8(bytes.span, bytes.indices) == isValid, "\(bytes)")
      let isASCII = bytes.allSatisfy { $0 < 0x80 }
      #expect(JSONBytes.isASCII(bytes.span, bytes.indices) == isASCII, "\(bytes)")
    }
  }

  @Test func lineFeedsAreFound() {
    let bytes = Array("ab\ncd\n".utf8)
    #expect((0...6).map { JSONBytes.lineFeed(in: bytes.span, from: $0) } == [2, 2, 2, 5, 5, 5, 6])
    let none: [UInt8] = []
    #expect(JSONBytes.lineFeed(in: none.span, from: 0) == 0)
  }
}
