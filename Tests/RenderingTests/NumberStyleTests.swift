import ExactNumbers
import Liquid
import TestSupport
import Testing

@testable import Rendering

/// Numbers as a language writes them.
struct NumberStyleTests {
  /// The same text, made of plain digits.
  private func plain(_ number: ExactDecimal, places: Int, _ style: NumberStyle) -> String {
    let text = number.text(places: places)
    let digits = text.drop { $0 == "-" }
    let parts = digits.split(separator: ".")
    var whole = String(parts[0])
    var end = whole.count - 3
    while end > 0 {
      whole.insert(contentsOf: style.group, at: whole.index(whole.startIndex, offsetBy: end))
      end -= 3
    }
    return (text.hasPrefix("-") ? style.minus : "") + whole
      + (parts.count > 1 ? style.decimal + parts[1] : "")
  }

  @Test(arguments: UInt64(1)...200)
  func numbersHaveGroups(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let size = Int.random(in: 1...126, using: &random)
    let units = Int128.random(in: -(1 << size)...(1 << size), using: &random)
    let places = Int.random(in: 0...18, using: &random)
    let number = try #require(ExactDecimal(units: units).rounded(to: places, .down))
    for group in [",", "\u{202F}", "&#39;", ""] {
      var style = NumberStyle()
      style.group = group
      #expect(style.text(number, places: places) == plain(number, places: places, style))
    }
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (-42, "−42"), (100, "100"), (999, "999"), (1000, "1,000"),
    (-12_345, "−12,345"), (1_000_000, "1,000,000"), (1_020_003, "1,020,003"),
    (Int.max, "9,223,372,036,854,775,807"), (Int.min, "−9,223,372,036,854,775,808"),
  ])
  func wholeNumbersHaveGroups(number: Int, text: String) {
    #expect(NumberStyle().text(number) == text)
  }

  @Test func theLargestNumbersHaveGroupsToo() {
    #expect(
      NumberStyle().text(ExactDecimal(units: .min))
        == "−170,141,183,460,469,231,731.687303715884105728")
  }
}

/// What cells append to a page.
struct PageOutputTests {
  private func written(_ write: (inout PageOutput) -> Void) -> String {
    var page = PageOutput(reserving: 0)
    write(&page)
    return page.text()
  }

  @Test(arguments: [
    ("", ""), ("@", "<wbr>@"), ("ada@contoso.example", "ada<wbr>@contoso.example"),
    ("@@é@", "<wbr>@<wbr>@é<wbr>@"), ("<a@b&", "&lt;a<wbr>@b&amp;"), ("plain", "plain"),
  ])
  func addressesMayBreak(text: String, html: String) {
    #expect(written { $0.append(breakable: text) } == html)
  }

  @Test func digitsHaveTheirWidth() {
    #expect(written { $0.append(digits: 7, width: 3) } == "007")
    #expect(written { $0.append(digits: 0) } == "0")
    #expect(written { $0.append(digits: 1234, width: 2) } == "1234")
    #expect(written { $0.append(digits: .max) } == "18446744073709551615")
    #expect(written { $0.append(.max, groupedBy: "") } == "\(UInt128.max)")
  }

  @Test func aPageGrows() {
    let text = String(repeating: "“é”", count: 1000)
    let page = written { page in
      for _ in 0..<100 {
        page.append(markup: text)
        page.write("·")
        page.append(text: "<")
      }
    }
    #expect(page == String(repeating: text + "·&lt;", count: 100))
  }
}
