import Liquid
import Testing

/// Text is escaped in blocks of 16 bytes; every byte counts wherever in a block it stands.
struct EscapingBlocksTests {
  /// What HTML needs in place of a scalar, looked at one at a time.
  static func plainly(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "&quot;"
      case 0x26: result += "&amp;"
      case 0x27: result += "&#39;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 9, 10, 13: result.unicodeScalars.append(scalar)
      case 0..<32: result += Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? ""
      case 0x7F: result += "\u{2421}"
      case 0x80..<0xA0: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  @Test(arguments: Array(0..<0x180) + [0x2028, 0xC2C2, 0x1F600])
  func eachScalarAtEachPlace(scalar: Int) throws {
    let character = try #require(Unicode.Scalar(UInt32(scalar)).map { String(Character($0)) })
    let template = try Template(
      parsing: "[{{ v }}]{{ list[1] }}", name: "t", in: Environment(escaping: .html))
    for length in [0, 1, 2, 3, 4, 6, 7, 8, 9, 12, 15, 16, 17, 24, 31, 32, 33, 40] {
      for place in 0...length {
        let text =
          String(repeating: "a", count: place) + character
          + String(repeating: "z", count: length - place)
        let page = try template.render(["v": .text(text), "list": ["", .text(text + text)]])
        #expect(page == "[\(Self.plainly(text))]\(Self.plainly(text + text))")
        #expect(Escaping.html.escaped(text) == Self.plainly(text))
      }
    }
  }

  @Test(arguments: 0..<100)
  func piecesOfEachLength(length: Int) throws {
    let piece = String("abcdefghijklmnopqrstuvwxyz0123456789".prefix(length % 37))
    let text = String(repeating: piece, count: 1 + length / 37)
    let template = try Template(parsing: "\(text){{ v }}\(text)", name: "t")
    #expect(try template.render(["v": .text(text)]) == text + text + text)
    var bytes = Array("begin".utf8)
    try template.render(["v": .number(-length)], into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "begin\(text)\(-length)\(text)")
  }

  @Test(arguments: [Int.min, -10, -1, 0, 9, 10, 99, 100, 1_000_000_007, Int.max])
  func wholeNumbers(number: Int) throws {
    #expect(
      try Template(parsing: "{{ v }}", name: "t").render(["v": .number(number)]) == "\(number)")
  }
}
