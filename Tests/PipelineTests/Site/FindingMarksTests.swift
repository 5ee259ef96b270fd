import Foundation
import TestSupport
import Testing

/// What stands beside the rows of reports, and that it leads to what it counts.
struct FindingMarksTests {
  private static func text(_ site: Site, _ path: String) throws -> String {
    String(decoding: try #require(site.files[path], "\(path)"), as: UTF8.self)
  }

  /// The counts in the marks of a page, by the address that they link to.
  private static func marks(_ html: String) -> [(link: String, counts: [Int])] {
    html.matches(of: /<span class="sub marks"><a href="([^"]+)">(.*?)<\/a>/).map { match in
      let counts = match.2.matches(of: />([0-9,]+)[^0-9<]*</).compactMap {
        Int($0.1.replacing(",", with: ""))
      }
      return (String(match.1), counts)
    }
  }

  @Test func everySubscriptionsMarksCountTheFindingsOfItsPage() throws {
    let site = try Site.sample.get()
    let marks = Self.marks(try Self.text(site, "apps/index.html"))
    #expect(marks.count > 5)
    let found = try Billfold.json(
      ["validate", Billfold.sample, "-c", Billfold.sample + "/billfold.yaml"], codes: [1])
    for (link, counts) in marks {
      let path = link.replacing("../", with: "").replacing("#found", with: "")
      let page = try Self.text(site, path)
      let id = try #require(page.firstMatch(of: /<dt>Subscription<\/dt><dd class="id">([^<]+)</)?.1)
      let own = found["findings"].elements.filter { finding in
        let subject = finding["subject"]
        let ids = subject["id"].cell.split(separator: "/")
        switch subject["kind"].cell {
        case "subscription": return subject["id"].cell == id
        case "license": return ids.first.map { $0 == id } ?? false
        default: return false
        }
      }
      #expect(counts.reduce(0, +) == own.count, "\(id)")
      #expect(page.contains("<h2 id=\"found\">\(own.count) finding"), "\(path)")
    }
  }

  @Test func rowsSayWhatOfThemIsInQuarantine() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "subscription_id,product_id,product_name,quantity,unit_price,currency\nS-1,P-1,Teams,2,3.00,EUR\nS-2,P-2,Visio,1,9.00,EUR\n",
      to: "in/subscriptions.csv")
    try folder.write(
      "subscription_id,assignee_id,assigned_on\nS-1,a@x.example,2026-01-01\nS-1,b@x.example,never\nS-1,c@x.example\n",
      to: "in/licenses.csv")
    let site = try Site.build(
      [folder.path(of: "in"), "--as-of", "2026-01-31"], in: folder)
    let usage = try Self.text(site, "license-usage/index.html")
    #expect(usage.matches(of: /rows? of this (is|are) in quarantine/).count == 1)
    #expect(usage.contains(">2 rows of this are in quarantine</a>"))
    #expect(try Self.text(site, "products/p-1~\(Self.hash("P-1")).html").contains("2 rows of this"))
    #expect(!(try Self.text(site, "products/p-2~\(Self.hash("P-2")).html").contains("of this")))
  }

  private static func hash(_ id: String) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(id, to: "id")
    return String(try Tool.run("/usr/bin/sha256sum", ["id"], folder: folder.path).prefix(10))
  }

  @Test func ownersOfFindingsAddUp() throws {
    let page = try Self.text(try Site.sample.get(), "findings/index.html")
    let table = try #require(page.components(separatedBy: "id=\"t-owners\"").last)
    var sums = [0, 0, 0, 0, 0]
    for row in table.components(separatedBy: "<tr>") where row.contains("<td") {
      let cells = row.matches(of: /<td class="num"[^>]*>([0-9,]+)</).compactMap { Int($0.1) }
      #expect(cells.count == 5)
      for (place, cell) in cells.enumerated() { sums[place] += cell }
    }
    let counts = try Billfold.json(
      ["validate", Billfold.sample, "-c", Billfold.sample + "/billfold.yaml"], codes: [1])["counts"]
    #expect(
      sums.prefix(4) == ["error", "violation", "warning", "note"].map { counts[$0].int ?? -1 }[...])
  }

  @Test func everyRuleSaysWhereItIsSettled() throws {
    let site = try Site.sample.get()
    let rules = try Billfold.run(["rules"]).output.split(separator: "\n").compactMap {
      $0.split(separator: " ").first
    }
    #expect(rules.count > 60)
    for rule in rules {
      #expect(
        try Self.text(site, "rules/\(rule).html").contains("<section class=\"places\""), "\(rule)")
    }
  }

  @Test func amountsOfTheManifestBalance() throws {
    let manifest = try JSON(try #require(try Site.sample.get().files["manifest.json"]))
    var amounts = 0
    for input in manifest["inputs"].elements {
      let rows = ["accepted", "quarantined", "ignored"].compactMap { input[$0].int }
      #expect(rows.reduce(0, +) == input["rows"].int)
      for amount in input["amounts"].elements {
        amounts += 1
        let parts = try ["accepted", "quarantined", "ignored"].map { name in
          try #require(Decimal(string: amount[name].cell))
        }
        #expect(parts.reduce(0, +) == Decimal(string: amount["in"].cell))
      }
    }
    #expect(amounts > 10)
  }
}
