import TestSupport
import Testing

@testable import Rendering

/// Control characters in finished pages.
struct PageBytesTests {
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && !"\t\n\r".unicodeScalars.contains(scalar)
  }

  /// The same, scalar by scalar.
  private static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  @Test(arguments: ["\0", "\u{1}", "\u{1F}", "\u{7F}", "\u{80}", "\u{9F}", "\u{A0}", "\t", "é"])
  func controlsAreFoundAtEveryPlace(character: String) {
    for length in [0, 1, 62, 63, 64, 65, 127, 128, 129, 200] {
      for place in 0...length {
        let around = String(repeating: "a", count: place)
        let text = around + character + String(repeating: "\u{A0}", count: length - place)
        let cleaned = PageBytes.cleaned(text.utf8Span.span)
        #expect(String(decoding: cleaned, as: UTF8.self) == Self.plain(text))
      }
    }
  }

  @Test(arguments: UInt64(1)...100)
  func randomTextsAreCleaned(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let pool: [Unicode.Scalar] = ["a", "\u{A0}", "ä", "€", "\u{85}", "\u{7F}", "\n", "\u{1B}"]
    let commonness = Int.random(in: 1...400, using: &random)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...900, using: &random) {
      let isRare = Int.random(in: 0..<commonness, using: &random) == 0
      text.append(pool[Int.random(in: 0..<(isRare ? pool.count : 4), using: &random)])
    }
    let page = String(text)
    let cleaned = PageBytes.cleaned(page.utf8Span.span)
    #expect(String(decoding: cleaned, as: UTF8.self) == Self.plain(page))
  }
}
