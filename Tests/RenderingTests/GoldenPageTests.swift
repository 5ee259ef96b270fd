@testable import Rendering
import Reporting
import TestSupport
import Testing

/// One page of every kind, whole.
struct GoldenPageTests {
  static let paths = [
    "index.html", "license-usage/index.html", "license-usage/by-monthly-cost-1.html",
    "data/license-usage.md", "self-service-products/index.html", "self-service-buyers/index.html",
    "data/self-service-buyers.md", "self-service-policies/index.html", "consolidation/index.html",
    "data/consolidation.md", "renewals/index.html", "data/renewals.md", "departments/index.html",
    "apps/index.html", "invoice-summary/index.html",
    "data/invoice-summary.md", "users/index.html", "users/a-1.html", "users/z-1.html",
    "products/crm.html", "subscriptions/s-1~SLUG.html", "buyers/ann-contoso.example~SLUG.html",
    "invoices/inv-2~SLUG.html", "billing-profiles/bp1~SLUG.html", "findings/index.html",
    "findings/invoice-lines-sum.html", "quarantine/index.html", "sources/index.html",
    "rules/over-assigned.html",
  ]

  static let pages = Result { try TestSite(SmallTenant.files).rendered() }

  @Test(arguments: paths)
  func pageIsAsItWasLookedAt(path: String) throws {
    let pages = try Self.pages.get()
    let stem = path.split(separator: "~")[0]
    let found = pages.keys.sorted().first { $0 == path || path.contains("~") && $0.hasPrefix(stem) }
    let page = try #require(
      found.flatMap { pages[$0] }, "no page \(path) among \(pages.keys.sorted())")
    let name = String(path.map { $0 == "/" || $0 == "~" ? "-" : $0 })
    Golden.expect(Self.steady(page), equals: name)
  }

  @Test func standalonePageNeedsNoOtherFile() throws {
    let input = TestSite(SmallTenant.files).input
    let site = Site(input, theme: try TestSite.theme())
    let report = try #require(input.reports.first { $0.name == .licenseUsage })
    let page = String(decoding: try site.standalonePage(of: report), as: UTF8.self)
    #expect(
      LinkCheck.values(of: ["href", "src"], in: page).allSatisfy {
        $0.hasPrefix("#") || LinkCheck.isAdminCenter($0)
      })
    #expect(page.contains("<style>:root") || page.contains("<style>/*"))
    let style = try #require(
      page.components(after: "<style>").first?.components(before: "</style>"))
    let hash = Base64.text(SHA256Text.bytes(style))
    #expect(page.contains("style-src 'sha256-\(hash)'"))
  }

  /// The page without hashes of the theme's files, which change with every edit of them.
  private static func steady(_ page: String) -> String {
    page.replacing(/assets\/site\.[0-9a-f]{12}\./, with: "assets/site.HASH.")
  }
}
