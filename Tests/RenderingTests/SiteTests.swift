import Configuration
import FoundationEssentials
import Reporting
import TestSupport
import Testing

@testable import Rendering

/// What holds for every site: links, settings, determinism, the form of pages.
struct SiteTests {
  @Test func pathsAreUniqueAndPlain() throws {
    let site = Site(try TestSite.sample().input, theme: try TestSite.theme())
    #expect(Set(site.pages.map(\.path)).count == site.pages.count)
    for page in site.pages {
      #expect(!page.path.contains("..") && !page.path.hasPrefix("/"), "\(page.path)")
    }
  }

  @Test func samePagesHaveTheSameBytesWhereverTheyAreMade() async throws {
    let site = Site(TestSite(SmallTenant.files).input, theme: try TestSite.theme())
    let again = Site(TestSite(SmallTenant.files).input, theme: try TestSite.theme())
    let first = try site.pages.map { try $0.render() }
    let others = await withTaskGroup(of: (Int, [UInt8]?).self) { group in
      for (place, page) in again.pages.enumerated().reversed() {
        group.addTask { (place, try? page.render()) }
      }
      return await group.reduce(into: [Int: [UInt8]?]()) { $0[$1.0] = $1.1 }
    }
    for (place, bytes) in first.enumerated() {
      #expect(others[place] == bytes, "\(site.pages[place].path)")
    }
  }

  @Test(arguments: [
    "license-usage", "users", "products", "subscriptions", "findings", "quarantine", "sources",
    "rules", "buyers", "invoices", "billing-profiles", "consolidation", "renewals", "departments",
    "self-service-policies",
  ])
  func pageThatIsOffIsNeitherWrittenNorLinked(name: String) throws {
    var settings = SiteSettings()
    settings.pagesOff = [name]
    let pages = try TestSite(SmallTenant.files, settings: settings).rendered()
    #expect(!pages.keys.contains { $0.hasPrefix(name + "/") || $0.hasPrefix("data/\(name).") })
    #expect(LinkCheck(pages, also: ["csv", "json"]).dead.isEmpty)
  }

  @Test func longTablesArePagedInEveryOrder() throws {
    var settings = SiteSettings()
    settings.rowsPerPage = 2
    let pages = try TestSite(SmallTenant.files, settings: settings).rendered()
    #expect(LinkCheck(pages, also: ["csv", "json"]).dead.isEmpty)
    #expect(pages["users/2.html"]?.contains("3–4 of") == true)
    #expect(pages["users/by-monthly-cost-2.html"] != nil)
    #expect(pages.keys.contains { $0.hasPrefix("subscriptions/s-1") && $0.hasSuffix("~p2.html") })
    #expect(pages["license-usage/2.html"]?.contains("Total of all pages") == true)
  }

  /// Two things with several pages each: every row stands on one of its thing's pages, once and in order.
  @Test func pagesOfAThingShowAllItsRowsOnce() throws {
    let people = (0..<11).map { "user\($0 * 7 % 11)@contoso.example" }
    let held = ["S-1": people, "S-2": Array(people.dropFirst(4))]
    let rows = held.flatMap { id, people in people.map { "\(id),\($0),2025-06-01" } }.sorted()
    let files =
      SmallTenant.files.filter { $0.name != "license_assignments.csv" } + [
        (
          "license_assignments.csv",
          "subscription_id,assignee_id,assigned_on\n" + rows.joined(separator: "\n") + "\n"
        )
      ]
    var settings = SiteSettings()
    settings.rowsPerPage = 3
    let site = TestSite(files, settings: settings)
    let pages = try site.rendered()
    for (id, people) in held {
      let paths = (1...4).map { SitePaths.detail(.subscription, id, page: $0) }
      let bodies = paths.compactMap { pages[$0] }.map { String($0.components(after: "<tbody>")[0]) }
      #expect(bodies.count == (people.count + 2) / 3)
      let shown = bodies.map { $0.components(after: "<th scope=\"row\"") }
      #expect(shown.map(\.count).dropLast().allSatisfy { $0 == 3 })
      let ids = people.sorted().map { $0.split(separator: "@")[0] + "<wbr>@" }
      for (row, id) in zip(shown.joined(), ids) { #expect(row.contains(id), "\(id)") }
      #expect(shown.joined().count == people.count)
    }
  }

  @Test func ordersPutLargeFiguresFirstAndUnknownLast() throws {
    let pages = try TestSite(SmallTenant.files).rendered()
    let page = try #require(pages["license-usage/by-unused-monthly-cost-1.html"])
    let cells = page.components(after: "data-label=\"Unused a month\" data-value=\"")
      .map { String($0.prefix { $0 != "\"" }) }
    #expect(cells == ["30.00", "0.00"])
    #expect(page.contains("aria-sort=\"descending\""))
  }

  @Test func everyPageIsAWellFormedWhole() throws {
    for (path, page) in try TestSite.sample().rendered() where path.hasSuffix(".html") {
      #expect(page.components(after: "<h1").count == 1, "\(path)")
      #expect(page.components(after: "<main").count == 1, "\(path)")
      #expect(page.contains("http-equiv=\"Content-Security-Policy\""), "\(path)")
      #expect(!page.contains("style=\"") && !page.contains("<style"), "\(path)")
      #expect(
        LinkCheck.values(of: ["href", "src"], in: page).allSatisfy {
          !$0.contains(":") || LinkCheck.isAdminCenter($0)
        }, "\(path)")
      #expect(!page.contains("{{") && !page.contains("{%"), "\(path)")
      let ids = LinkCheck.values(of: ["id"], in: page)
      #expect(Set(ids).count == ids.count, "\(path): \(ids)")
    }
  }

  @Test func detailPagesCarryNoFactsOfTheRun() throws {
    let first = try TestSite(SmallTenant.files).rendered()
    var other = TestSite(SmallTenant.files).input
    other.key = "ffffffffffff"
    let site = Site(other, theme: try TestSite.theme())
    for page in site.pages where page.path.hasPrefix("products/") || page.path.hasPrefix("users/a-")
    {
      let text = String(decoding: try page.render(), as: UTF8.self)
      #expect(first[page.path] == text, "\(page.path)")
      #expect(!text.contains("31 Jan 2026"), "\(page.path)")
    }
  }

  @Test func costThatIsPartlyKnownSaysSo() throws {
    let pages = try TestSite(SmallTenant.files).rendered()
    let page = try #require(pages["license-usage/index.html"])
    #expect(page.contains("≥\u{A0}123.45 EUR") || page.contains("≥\u{A0}123.45\u{A0}EUR"))
    #expect(page.contains("1 without price"))
    #expect(pages["data/license-usage.md"]?.contains("| ≥ 123.45 EUR · 1 without price |") == true)
  }

  @Test func minusIsASignOnPagesAndPlainInMarkdown() throws {
    let pages = try TestSite(SmallTenant.files).rendered()
    #expect(pages["invoice-summary/index.html"]?.contains("\u{2212}40.00") == true)
    #expect(pages["invoice-summary/index.html"]?.contains("data-value=\"-40.00\"") == true)
    #expect(pages["data/invoice-summary.md"]?.contains("| -40.00 |") == true)
    #expect(pages["data/invoice-summary.md"]?.contains("\u{2212}") == false)
  }

  @Test func emptyReportsSayWhyInDifferentLooks() throws {
    let pages = try TestSite([
      (
        "subscriptions.csv",
        "subscription_id,product_id,status\nS-1,p,deleted\n"
      )
    ]).rendered()
    #expect(pages["license-usage/index.html"]?.contains("state-good") == true)
    #expect(pages["invoice-summary/index.html"]?.contains("state-absent") == true)
    #expect(pages["invoice-summary/index.html"]?.contains("“invoices”") == true)
    #expect(pages["data/invoice-summary.md"]?.contains("No file with the table") == true)
  }

  @Test func userExportHasMarkdownButNoPage() throws {
    let input = TestSite(SmallTenant.files).input
    let site = Site(input, theme: try TestSite.theme())
    let text = String(
      decoding: try site.markdown(of: input.basis.report(.userExport)), as: UTF8.self)
    #expect(text.hasPrefix("# Users and their licences\n\nAs of 31 Jan 2026\n\n| Buyer |"))
    #expect(text.split(separator: "\n").count { $0.hasPrefix("|") } == 2 + 7)
    #expect(!site.pages.contains { $0.path.contains("export-users") })
  }

  @Test func oldDataIsAnnounced() throws {
    let fresh = try TestSite(SmallTenant.files).rendered()
    let old = try TestSite(SmallTenant.files, asOf: "2026-02-09").rendered()
    #expect(fresh["index.html"]?.contains("banner-warn") == false)
    #expect(old["index.html"]?.contains("The newest data is 10 days old") == true)
  }
}
