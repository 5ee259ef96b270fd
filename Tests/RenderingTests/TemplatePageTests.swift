import CalendarDates
import ExactNumbers
import Foundation
import Liquid
import Reporting
import TestSupport
import Testing

@testable import Rendering

/// `docs/templates.md`: every example prints what stands below it, and no filter or tag is left out.
///
/// `BILLFOLD_RECORD=1` writes the outputs anew, and still fails.
struct TemplatePageTests {
  private static let path = TestSite.packageRoot + "/docs/templates.md"

  /// A template of the page, and what is said to come of it.
  struct Example {
    let template: String
    let form: String
    let output: String
    /// The lines of the page between the fences of the output.
    let lines: Range<Int>
  }

  private static func lines() throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
  }

  private static func examples(_ lines: [String]) throws -> [Example] {
    var examples: [Example] = []
    var index = 0
    while let start = lines[index...].firstIndex(of: "```liquid") {
      let middle = try #require(lines[start...].firstIndex(of: "```"))
      let end = try #require(lines[(middle + 2)...].firstIndex(of: "```"))
      try #require(lines[middle + 1].hasPrefix("```"))
      examples.append(
        Example(
          template: lines[(start + 1)..<middle].joined(separator: "\n"),
          form: String(lines[middle + 1].dropFirst(3)),
          output: lines[(middle + 2)..<end].joined(separator: "\n"), lines: middle + 2..<end))
      index = end
    }
    return examples
  }

  private static func values(_ report: Record) throws -> Record {
    let (euro, yen) = (try #require(Currency("EUR")), try #require(Currency("JPY")))
    let amount = Money(try #require(ExactDecimal("1234.565")), euro)
    var bag = MoneyBag()
    bag.add(Money(try #require(ExactDecimal("12")), euro))
    bag.add(Money(try #require(ExactDecimal("900")), yen))
    return [
      "report": .record(report), "amount": .money(amount), "amounts": .moneyBag(bag),
      "share": .decimal(try #require(ExactDecimal("0.1257"))),
      "day": .date(TestSite.day("2026-03-01")), "unknown": nil,
    ]
  }

  private static func render(_ example: Example, _ site: SiteContext) throws -> String {
    let isHTML = example.form == "html"
    let form: PageScope.Form = example.form == "markdown" ? .markdown : .page
    let report = try #require(site.reports[.departments])
    var source = TableSource(report)
    source.key = "report"
    var scope = PageScope(site, path: "departments/index.html", form: form)
    scope.tables = ["report": source]
    let environment = SiteEnvironment.make(
      isHTML ? .html : .markdownAndHTML, site.wording, TestSite.day("2026-01-31"))
    let template = try Template(parsing: example.template, name: "example", in: environment)
    let values = try values(Record(source, site.wording))
    return try PageScope.$current.withValue(scope) { try template.render([:], globals: values) }
  }

  @Test func examplesPrintWhatThePageSays() throws {
    let site = SiteContext(try TestSite.sample().input, try TestSite.theme())
    var lines = try Self.lines()
    let examples = try Self.examples(lines)
    #expect(examples.count > 10)
    for example in examples.reversed() {
      let output = try Self.render(example, site).trimmingCharacters(in: .newlines)
      #expect(output == example.output, "\(example.template)")
      lines.replaceSubrange(example.lines, with: output.components(separatedBy: "\n"))
    }
    guard ProcessInfo.processInfo.environment["BILLFOLD_RECORD"] != nil else { return }
    try lines.joined(separator: "\n").write(toFile: Self.path, atomically: true, encoding: .utf8)
    Issue.record("docs/templates.md was written anew")
  }

  @Test func noFilterOrTagIsLeftOut() throws {
    let page = try Self.lines().joined(separator: "\n")
    let wording = try TestSite.theme().wording
    let environment = SiteEnvironment.make(.html, wording, TestSite.day("2026-01-31"))
    let own =
      Set(SiteEnvironment.figureFilters(wording).keys).union(SiteEnvironment.linkFilters.keys)
      .union(SiteEnvironment.wordFilters(wording).keys).union(["json", "raw", "escape"])
    for name in own.sorted() { #expect(page.contains("`\(name)"), "\(name)") }
    for tag in environment.tags.keys.sorted() { #expect(page.contains("{% \(tag) "), "\(tag)") }
  }
}
