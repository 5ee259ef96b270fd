import Charts
import Testing

struct ChartTests {
  @Test func sparklineHasBandLineAndLastPoint() {
    #expect(
      Sparkline([0, 10, 5], label: "0 to 5, high 10").svg()
        == "<svg class=\"spark\" role=\"img\" aria-label=\"0 to 5, high 10\" width=\"100\" height=\"24\" "
        + "viewBox=\"0 0 100 24\">"
        + "<rect class=\"spark-band\" x=\"3\" y=\"3\" width=\"94\" height=\"18\"/>"
        + "<polyline class=\"spark-line\" fill=\"none\" points=\"3,21 50,3 97,12\"/>"
        + "<circle class=\"spark-last\" cx=\"97\" cy=\"12\" r=\"2.5\"/></svg>")
  }

  @Test func sparklineLeavesGaps() {
    let svg = Sparkline([1, 2, nil, 4, nil, 3, 3], label: nil).svg() ?? ""
    #expect(svg.contains("aria-hidden=\"true\""))
    #expect(svg.split(separator: "<polyline").count == 3)
    #expect(svg.contains("<circle class=\"spark-point\" cx=\"50\" cy=\"3\" r=\"1\"/>"))
    #expect(svg.contains("points=\"3,16.5 18.66,12\""))
  }

  @Test func countsBeginAtZeroAndOthersWhereTheyAre() {
    #expect(Sparkline([90, 100], label: nil).svg()?.contains("3,4.8 97,3") == true)
    #expect(
      Sparkline([90, 100], baseline: .lowest, label: nil).svg()?.contains("3,21 97,3") == true)
    #expect(Sparkline([-5, 5], label: nil).svg()?.contains("3,21 97,3") == true)
  }

  @Test func nothingToShowIsNoPicture() {
    #expect(Sparkline([], label: "x").svg() == nil)
    #expect(Sparkline([nil, nil], label: "x").svg() == nil)
    #expect(BarChart([], label: "x").svg() == nil)
    #expect(Sparkline([0], label: nil).svg()?.contains("cx=\"97\" cy=\"21\"") == true)
  }

  @Test func cellBarIsAShareOfTheCell() {
    #expect(
      CellBar(1, of: 3).svg()
        == "<svg class=\"cell-bar\" aria-hidden=\"true\" width=\"100%\" height=\"6\" "
        + "viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\">"
        + "<rect class=\"bar\" x=\"0\" y=\"0\" width=\"33.33\" height=\"6\"/></svg>")
    #expect(CellBar(5, of: 3).svg().contains("width=\"100\" "))
    #expect(!CellBar(0, of: 3).svg().contains("<rect"))
    #expect(!CellBar(3, of: 0).svg().contains("<rect"))
    #expect(CellBar(-1, of: 2).svg().contains("class=\"bar bar-negative\""))
    #expect(CellBar(.min, of: .max).svg().contains("width=\"100\" "))
  }

  @Test func trackShowsBoughtAssignedAndUsed() {
    let svg = LicenseTrack(bought: 40, assigned: 30, used: 10, label: "30 of 40").svg()
    #expect(
      svg
        == "<svg class=\"track\" role=\"img\" aria-label=\"30 of 40\" width=\"162\" height=\"14\" "
        + "viewBox=\"0 0 162 14\">"
        + "<rect class=\"track-bought\" x=\"1\" y=\"2\" width=\"160\" height=\"10\"/>"
        + "<rect class=\"track-assigned\" x=\"1\" y=\"2\" width=\"120\" height=\"10\"/>"
        + "<rect class=\"track-used\" x=\"1\" y=\"2\" width=\"40\" height=\"10\"/></svg>")
  }

  @Test func overAssignmentPassesTheEndWithAHatchInsideItsBox() throws {
    let svg = LicenseTrack(bought: 30, assigned: 40).svg()
    #expect(svg.contains("<rect class=\"track-bought\" x=\"1\" y=\"2\" width=\"120\""))
    #expect(svg.contains("<rect class=\"track-over\" x=\"121\" y=\"2\" width=\"40\""))
    #expect(svg.contains("<path class=\"track-end\" d=\"M121 0V14\"/>"))
    let start = try #require(svg.firstRange(of: "<path class=\"track-over\" d=\""))
    let path = svg[start.upperBound...].prefix { $0 != "\"" }
    let points = path.split(whereSeparator: { "ML".contains($0) })
    #expect(points.count == 24)
    for point in points {
      let numbers = point.split(separator: " ").compactMap { Double($0) }
      #expect(numbers.count == 2)
      #expect((121...161).contains(numbers[0]) && (2...12).contains(numbers[1]))
    }
  }

  @Test func unlimitedHasNoEnd() {
    let svg = LicenseTrack(bought: nil, assigned: 7).svg()
    #expect(svg.contains("track-open"))
    #expect(!svg.contains("track-over"))
    #expect(LicenseTrack(bought: 0, assigned: 0).svg().contains("</svg>"))
    #expect(LicenseTrack(bought: nil, assigned: 0).svg().contains("width=\"160\" height=\"10\""))
  }

  @Test func barsBeginAtZeroAlsoWithNegatives() {
    let chart = BarChart(
      [.init("Adobe", 200, text: "2.00"), .init("Credit", -100, text: "−1.00")], label: "Cost")
    #expect(
      chart.svg()
        == "<svg class=\"bars\" role=\"img\" aria-label=\"Cost\" width=\"640\" height=\"48\" "
        + "viewBox=\"0 0 640 48\">"
        + "<text class=\"bars-label\" x=\"0\" y=\"16\">Adobe</text>"
        + "<rect class=\"bar\" x=\"320\" y=\"4\" width=\"200\" height=\"16\"/>"
        + "<text class=\"bars-value\" x=\"526\" y=\"16\">2.00</text>"
        + "<text class=\"bars-label\" x=\"0\" y=\"40\">Credit</text>"
        + "<rect class=\"bar bar-negative\" x=\"220\" y=\"28\" width=\"100\" height=\"16\"/>"
        + "<text class=\"bars-value\" x=\"326\" y=\"40\">−1.00</text>"
        + "<path class=\"bars-axis\" d=\"M320 0V48\"/></svg>")
  }

  @Test func longNamesKeepTheirWholeTextAsTitle() {
    let long = String(repeating: "長", count: 20)
    let svg =
      BarChart([.init(long, 1, text: "1", link: "products/a&b.html")], label: "x").svg() ?? ""
    #expect(svg.contains("<title>\(long)</title>\(long.prefix(15))…</text></a>"))
    #expect(svg.contains("<a href=\"products/a&amp;b.html\">"))
  }

  @Test func hostileTextStaysText() {
    let text = "\"><script>alert(1)</script>&\u{0}\u{1B}"
    let escaped = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;\u{FFFD}\u{FFFD}"
    #expect(Sparkline([1], label: text).svg()?.contains("aria-label=\"\(escaped)\"") == true)
    let bars = BarChart([.init(text, 1, text: text)], label: text).svg() ?? ""
    #expect(!bars.contains("<script"))
  }

  @Test func theLargestNumbersDoNotOverflow() {
    let svg = Sparkline([.min, .max, 0], label: nil).svg() ?? ""
    #expect(svg.contains("points=\"3,21 50,3 97,12\""))
    #expect(
      BarChart([.init("a", .max, text: ""), .init("b", .min, text: "")], label: "").svg() != nil)
    #expect(LicenseTrack(bought: .max, assigned: 1).svg().contains("track-bought"))
  }
}
