import Markup
import Testing

struct MarkdownMarkersTests {
  private let table = "<table><caption>A &amp; B</caption></table>"

  @Test func finishedHTMLTakesThePlaceOfItsParagraph() throws {
    var markers = MarkdownMarkers()
    let text = "Before" + markers.place(table) + "*after*" + markers.place("<svg></svg>")
    let html = try MarkdownDocument(parsing: text).html(replacing: markers)
    #expect(html == "<p>Before</p>\n\(table)\n<p><em>after</em></p>\n<svg></svg>\n")
  }

  @Test func oneMarkerMayStandTwice() throws {
    var markers = MarkdownMarkers()
    let marker = markers.place(table)
    let html = try MarkdownDocument(parsing: marker + marker).html(replacing: markers)
    #expect(html == "\(table)\n\(table)\n")
  }

  @Test func insideListsToo() throws {
    var markers = MarkdownMarkers()
    let marker = markers.place(table).filter { $0 != "\n" }
    let html = try MarkdownDocument(parsing: "- a\n\n  \(marker)\n").html(replacing: markers)
    #expect(html == "<ul>\n<li>\n<p>a</p>\n\(table)\n</li>\n</ul>\n")
  }

  @Test func htmlThatWouldNotShowIsAnError() {
    var markers = MarkdownMarkers()
    let text = "a " + markers.place(table).filter { $0 != "\n" } + " b" + markers.place("<p>1</p>")
    #expect(throws: MarkupError.markersWithoutPlace([0])) {
      try MarkdownDocument(parsing: text).html(replacing: markers)
    }
  }

  @Test func nothingIsLostAfterNUL() throws {
    var markers = MarkdownMarkers()
    let text = markers.place("<p>a\u{0}b</p>")
    #expect(
      try MarkdownDocument(parsing: text).html(replacing: markers) == "<p>a\u{FFFD}b</p>\n")
  }

  @Test func aMarkerThatNobodyRegisteredStaysText() throws {
    let html = try MarkdownDocument(parsing: "\u{F0B1F}7\u{F0B1E}").html()
    #expect(html == "<p>\u{F0B1F}7\u{F0B1E}</p>\n")
  }
}
