import Liquid
import TestSupport
import Testing

@testable import Rendering

/// Everything that is wrong with a theme, in one run.
struct ThemeCheckTests {
  private static func problems(_ files: [(String, String)]) -> [String] {
    check(files).problems.map { $0.description.split(separator: "\n").first.map(String.init) ?? "" }
  }

  private static func check(_ files: [(String, String)]) -> ThemeCheck {
    ThemeCheck(
      files: files.map { ThemeFile(path: $0.0, bytes: Array($0.1.utf8)) },
      asOf: TestSite.day("2026-01-31"))
  }

  @Test func builtInThemeHasNoProblem() throws {
    let check = try ThemeCheck(asOf: TestSite.day("2026-01-31"))
    #expect(check.problems.map(\.description) == [])
    #expect(check.ownFiles.contains("layout.html"))
  }

  @Test func allFilesAreCheckedInOneRun() throws {
    let problems = Self.problems([
      ("layout.html", "{{ content }}\n{{ site.titel }}"),
      ("details/product.html", "{% fro x in y %}"),
      ("details/buyer.html", "{{ buyer.nmae }}{% render 'partials/ngv.html' %}"),
      ("reports/users.md", "---\norder: 1\n---\n{{ 'ui.rwos' | t: count: 1 }}\n"),
      ("partials/old.html", "x"), ("pages/indx.html", "x"),
      ("locales/de.yaml", "ui: {rows: Zeilen}"),
    ])
    #expect(
      problems.prefix(2) == [
        "details/buyer.html:1:10: error: unknown property 'nmae'",
        "details/buyer.html:1:27: error: 'render': there is no template 'partials/ngv.html'"
          + " (did you mean 'partials/nav.html'?)",
      ])
    #expect(
      problems.contains("details/product.html:1:4: error: unknown tag 'fro' (did you mean 'for'?)"))
    #expect(
      problems.contains("layout.html:2:9: error: unknown property 'titel' (did you mean 'title'?)"))
    #expect(
      problems.contains(
        "reports/users.md:4:4: error: 't': there is no phrase 'ui.rwos' (did you mean 'ui.rows'?)"))
    #expect(problems.contains("partials/old.html: warning: no template uses this partial"))
    #expect(
      problems.contains(
        "pages/indx.html: warning: no page is made of this template (did you mean 'pages/index.html'?)"
      ))
    let german = problems.first { $0.hasPrefix("locales/de.yaml: warning: ") }
    #expect(german?.contains(" phrases stay English, not being here: age.bad, ") == true)
  }

  /// A line of a template of the report `users`, and the problem in it.
  @Test(arguments: [
    (
      "{{ 'site.cs' | asset }}",
      "'asset': there is no file assets/site.cs (did you mean 'site.css'?)"
    ),
    (
      "{{ 'x' | link_to: 'produkt', 'p' }}",
      "'link_to': there are no pages of the kind 'produkt' (did you mean 'product'?)"
    ),
    (
      "{{ 'x' | link_to: 'report', 'user' }}",
      "'link_to': there is no report 'user' (did you mean 'users'?)"
    ),
    (
      "{{ 'finding' | href: 'page' }}",
      "'href': there is no page 'finding' (did you mean 'findings'?)"
    ),
    (
      "{% html 'partials/pager' %}",
      "'html': there is no template 'partials/pager' (did you mean 'partials/pager.html'?)"
    ),
    (
      "{% table report, columns: \"licences\" %}",
      "'table': there is no column 'licences' (did you mean 'licenses'?)"
    ),
    (
      "{{ report.totals | amounts: 'monthly_csot' }}",
      "'amounts': there is no column 'monthly_csot' (did you mean 'monthly_cost'?)"
    ),
    (
      "{% for row in report.rows %}{{ row.prodcts }}{% endfor %}",
      "unknown property 'prodcts' (did you mean 'products'?)"
    ),
    (
      "{% chart report, value: 'licenses', label: 'department', finding: 'chart.departmnts' %}",
      "'chart': there is no phrase 'chart.departmnts' (did you mean 'chart.departments'?)"
    ),
    ("{{ run.as_off }}", "unknown property 'as_off' (did you mean 'as_of'?)"),
    ("{{ parts.plans.rows }}", "unknown property 'plans'"),
  ])
  func problemsHaveTheNameThatWasProbablyMeant(line: String, message: String) throws {
    let problems = Self.check([("reports/users.md", line)]).problems
    #expect(problems.filter { $0.level == .error }.map(\.message) == [message])
    #expect(problems.allSatisfy { $0.level == .warning || $0.excerpt.contains("^") })
  }

  @Test func partialIsJudgedByWhatEachPageGivesIt() throws {
    let problems = Self.problems([
      ("partials/row.html", "{{ row.licenses }}{{ row.colour }}{{ extra }}"),
      (
        "partials/rows.html",
        "{% for row in report.rows %}{% render 'partials/row.html', row: row %}{% endfor %}"
      ),
      ("reports/users.md", "{% html 'partials/rows.html' %}"),
    ]).filter { $0.contains("row") }
    #expect(
      problems == [
        "partials/row.html:1:26: error: unknown property 'colour'",
        "partials/row.html:1:38: error: unknown variable 'extra'",
      ])
  }

  @Test func phraseOfOneLanguageOnlyIsNamedWithTheFilesThatLackIt() throws {
    let problems = Self.problems([
      ("reports/users.md", "{{ 'ui.mine' | t }}"), ("locales/de.yaml", "ui: {mine: Meines}"),
      ("locales/sv.yaml", "ui: {rows: rader}"),
    ])
    #expect(
      problems.contains {
        $0.hasPrefix(
          "reports/users.md:1:4: error: 't': there is no phrase 'ui.mine' in locales/en.yaml, locales/sv.yaml"
        )
      })
  }

  @Test func argumentsThatAPhraseNeedsAreGiven() throws {
    let template = "{{ 'ui.rows' | t }}{{ 'ui.page_of' | t: page: 1 }}{{ 'ui.filter_count' | t }}"
    #expect(
      Self.problems([("reports/users.md", template)]).filter { $0.hasPrefix("reports/users.md:") }
        == [
          "reports/users.md:1:4: error: 't': the phrase 'ui.rows' needs 'count:'",
          "reports/users.md:1:23: error: 't': the phrase 'ui.page_of' needs 'pages:'",
        ])
  }

  @Test func bracesOfATranslationAreThoseOfTheEnglishPhrase() throws {
    let check = Self.check([
      ("locales/de.yaml", "ui:\n  page_of: Seite {page} von {seiten}\n  rows: \"{count} Zeilen\"\n")
    ])
    #expect(
      check.problems.filter { $0.level == .error }.map(\.description) == [
        """
        locales/de.yaml:2:29: error: the English phrase 'ui.page_of' has no {seiten}
            2 |   page_of: Seite {page} von {seiten}
              |                             ^^^^^^^^
        """
      ])
  }

  @Test func headOfATemplateNamesWhatThereIs() throws {
    let problems = Self.check([
      (
        "reports/users.md",
        "---\nlayout: layuot.html\ncolumns: licenses, deparment\norders: [cost]\n---\n"
      )
    ]).problems.filter { $0.file == "reports/users.md" }
    #expect(
      problems.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.message)" } == [
        "2:9 there is no template 'layuot.html' (did you mean 'layout.html'?)",
        "3:20 columns: there is no column 'deparment' (did you mean 'department'?)",
        "4:10 orders: there is no column 'cost'",
      ])
  }

  @Test func partialsOfHTMLAndOfMarkdownDoNotMix() throws {
    let problems = Self.problems([
      ("reports/users.md", "{% render 'partials/pager.html' %}{% render 'reports/apps.md' %}"),
      ("pages/rule.html", "{% render 'reports/apps.md' %}"),
    ])
    #expect(
      problems == [
        "pages/rule.html:1:11: error: 'render': 'reports/apps.md' is Markdown and no part of HTML",
        "reports/users.md:1:11: error: 'render': 'partials/pager.html' is HTML: use"
          + " {% html 'partials/pager.html' %}",
      ])
  }

  @Test func languageThatCannotBeReadHidesNothingElse() throws {
    let problems = Self.problems([
      ("locales/de.yaml", "ui: {rows: [x"), ("reports/users.md", "{{ 'ui.nope' | t }}"),
      ("reports/apps.md", "{{ 'ui.rows' | t }}"),
    ])
    #expect(problems.count == 3)
    #expect(problems[0].hasPrefix("locales/de.yaml:1:14: error: "))
    #expect(problems[1].contains("needs 'count:'"))
    #expect(problems[2].contains("there is no phrase 'ui.nope'"))
  }
}
