import ExactNumbers
import TestSupport
import Testing

@testable import Rendering

/// Words, plurals, numbers and dates of a language.
struct WordingTests {
  private static let swedish = """
    number: {decimal: ",", group: "\u{202F}", minus: "−", percent: "{number}\u{A0}%"}
    date: {day: "yyyy-MM-dd", month: "MMMM yyyy"}
    months:
      full: [januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, december]
    ui:
      skip: Hoppa till innehållet
      rows: {one: "{count} rad", other: "{count} rader"}
    report: {license-usage: {title: Licenser}}
    alphabet: [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, å, ä, ö]
    """

  private static func theme() throws -> Theme {
    try Theme(
      files: [ThemeFile(path: "locales/sv.yaml", bytes: Array(swedish.utf8))], language: "sv",
      asOf: TestSite.day("2026-01-31"))
  }

  @Test func missingWordingFallsBackToEnglishKeyByKey() throws {
    let theme = try Self.theme()
    #expect(theme.wording.text("ui.skip") == "Hoppa till innehållet")
    #expect(theme.wording.text("ui.total") == "Total")
    #expect(theme.missingWording.contains("ui.total"))
    #expect(!theme.missingWording.contains("ui.skip"))
    #expect(try TestSite.theme().missingWording.isEmpty)
  }

  @Test func unknownKeyIsItsLastWord() throws {
    let wording = try TestSite.theme().wording
    #expect(wording.text("column.cost_centre.label") == "Cost centre")
  }

  @Test func pluralsAndArgumentsAreFilledInOnce() throws {
    let wording = try Self.theme().wording
    #expect(wording.text("ui.rows", count: 1) == "1 rad")
    #expect(wording.text("ui.rows", count: 12_480) == "12\u{202F}480 rader")
    let text = wording.text("ui.no_data", [("table", "{table} <b>")])
    #expect(text.contains("“{table} <b>”"))
  }

  @Test(arguments: [("pl", 2, "few"), ("pl", 12, "other"), ("cs", 5, "other"), ("fr", 0, "one")])
  func languagesChooseTheirForms(language: String, count: Int, form: String) {
    #expect(PluralRule(language).form(count) == form)
  }

  @Test func pageSpeaksTheLanguage() throws {
    let pages = try TestSite(SmallTenant.files).rendered(Self.theme())
    let page = try #require(pages["license-usage/index.html"])
    #expect(page.contains("<html lang=\"sv\">"))
    #expect(page.contains("<h1>Licenser</h1>"))
    #expect(page.contains("Cost a month"))
    #expect(page.contains("123,45"))
    #expect(pages["users/ue5-1.html"]?.contains("åke@contoso.example") == true)
  }

  @Test func languageWithoutAFileIsAProblemOfTheTheme() {
    #expect(throws: ThemeError.self) {
      try Theme(language: "tlh", asOf: TestSite.day("2026-01-31"))
    }
  }

  @Test func marksOfALanguageAreEscapedInHTML() throws {
    let style = NumberStyle(
      decimal: "<", group: "'", minus: "&", space: " ", percent: "\"{number}\"")
    let share = try #require(ExactDecimal("-1234.5678"))
    #expect(style.html.percent(share, places: 2) == "&quot;&amp;123&#39;456&lt;78&quot;")
    #expect(style.percent(share, places: 2) == "\"&123'456<78\"")
    var dates = DatePattern(day: "dd <MMM> yyyy", month: "M/yyyy")
    dates.shortMonths = Array(repeating: "j&n", count: 12)
    let day = TestSite.day("2026-01-05")
    #expect(DateStyle(dates).html.text(day) == "05 &lt;j&amp;n&gt; 2026")
    #expect(DateStyle(dates).text(day) == "05 <j&n> 2026")
    #expect(DateStyle(dates).text(month: "2026-11") == "11/2026")
    #expect(DateStyle(dates).text(month: "2026-13") == "2026-13")
  }

  @Test func anAmountThatCannotBeRoundedKeepsAllItsDigits() throws {
    let cells = CellText(try TestSite.theme().wording)
    let euro = try #require(Currency("EUR"))
    #expect(
      cells.amount(Money(ExactDecimal(units: .max), euro))
        == "170,141,183,460,469,231,731.687303715884105727\u{A0}EUR")
    #expect(cells.amount(Money(ExactDecimal(5), euro)) == "5.00\u{A0}EUR")
  }
}
