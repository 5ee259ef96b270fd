import BillingModel
import CalendarDates
import Configuration
import Diagnostics
import FoundationEssentials
import Ingest
import Reporting
import Validation

@testable import Rendering

/// A site made of small files, through the real stages before Rendering.
struct TestSite {
  let input: SiteInput

  /// Reads the files, checks them and prepares the pages.
  init(
    _ files: [(name: String, text: String)], asOf: String = "2026-01-31",
    settings: SiteSettings = SiteSettings()
  ) {
    self.init(bytes: files.map { ($0.name, Array($0.text.utf8)) }, asOf: asOf, settings: settings)
  }

  init(
    bytes files: [(name: String, bytes: [UInt8])], asOf: String = "2026-01-31",
    settings: SiteSettings = SiteSettings()
  ) {
    let day = Self.day(asOf)
    let result = InMemoryIngest.read(files, asOf: day)
    let licenses = Licenses(result.dataset)
    let context = RuleContext(data: result.dataset, asOf: day)
    let found = result.rowFindings + Rules.check(context, LicenseCounts(result.dataset))
    let locator = RecordLocator(result)
    let placed = locator.place(found) { result.dataset.source(of: $0.row, in: $0.table) }
    let findings = (result.findings + placed).map(\.finding).sorted(
      by: Finding.isInPrintingOrder)
    let basis = ReportBasis(result.dataset, licenses: licenses, findings: found, asOf: day)
    input = SiteInput(
      basis: basis, findings: findings,
      rules: RuleCatalog(ReadingRules.all + Rules.documentation), settings: settings,
      version: "0.0.0", key: "0123456789ab", rawText: { locator.rawText(of: $0) })
  }

  static func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("a test names a day") }
    return day
  }

  /// The default theme.
  static func theme() throws -> Theme { try Theme(asOf: day("2026-01-31")) }

  /// All pages by path.
  func rendered(_ theme: Theme? = nil) throws -> [String: String] {
    let site = Site(input, theme: try theme ?? Self.theme())
    var pages: [String: String] = [:]
    for page in site.pages {
      pages[page.path] = String(decoding: try page.render(), as: UTF8.self)
    }
    return pages
  }

  /// The site of the folder `sample-data` of the repository.
  static func sample() throws -> TestSite {
    let root = packageRoot + "/sample-data"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
    let endings = [".csv", ".json", ".ndjson"]
    let files: [(String, [UInt8])] = paths.compactMap { path in
      guard endings.contains(where: { path.hasSuffix($0) }),
        let data = FileManager.default.contents(atPath: root + "/" + path)
      else { return nil }
      return (path, Array(data))
    }
    var settings = SiteSettings()
    settings.title = "Norrvik Instruments"
    return TestSite(bytes: files, settings: settings)
  }

  /// The folder of the package.
  static var packageRoot: String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
  }
}
