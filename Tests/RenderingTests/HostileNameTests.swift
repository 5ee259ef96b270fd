import Testing

@testable import Rendering

/// Names that try to be something else stay inside their cells.
struct HostileNameTests {
  static let names = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='x", "</td></table>",
    "{{ site.title }}", "{% include 'x' %}", "{{", "}}", "=cmd|' /C calc'!A0", "a|b|c",
    "| --- |", "[x](javascript:alert(1))", "![x](http://x.example/y)", "<http://x.example>",
    "*bold* _it_ `code` ~~gone~~", "# heading", "1. list", "- list", "> quote", "&lt;b&gt; &amp;",
    "\u{202E}gnp.exe", "\u{2066}iso\u{2069}", "👩‍👩‍👧 family", "Zoë\u{0301}", "\u{F0B1F}0\u{F0B1E}",
    "a\\", "\\|", "<!-- x", "]]>", "{count}", "../../etc/passwd", "con", "NUL.txt", "%2e%2e/",
  ]

  /// A tenant in which one name stands wherever a name can stand.
  private static func site(_ name: String) -> TestSite {
    let cell = "\"" + name.replacing("\"", with: "\"\"") + "\""
    return TestSite([
      (
        "products.csv",
        "product_id,product_name,kind,publisher\n\(cell),\(cell),saas-app,\(cell)\nzed,Zed,microsoft,\n"
      ),
      (
        "subscriptions.csv",
        "subscription_id,product_id,acquisition,purchaser_name,quantity,unit_price,currency,"
          + "billing_frequency,status,region,\(cell)\n"
          + "\(cell),\(cell),self-service,\(cell),5,2,EUR,monthly,active,\(cell),\(cell)\n"
          + "z-1,zed,central,,9,3,EUR,monthly,active,,\n"
      ),
      (
        "license_assignments.csv",
        "subscription_id,assignee_id,display_name,department\n\(cell),\(cell),\(cell),\(cell)\n"
          + "\(cell),short\n"
      ),
      ("users.csv", "user_principal_name,display_name,department\n\(cell),\(cell),\(cell)\n"),
      ("billing_profiles.csv", "billing_profile_id,name\n\(cell),\(cell)\n"),
      (
        "invoices.csv",
        "invoice_id,billing_profile_id,invoice_date,currency,total\n"
          + "\(cell),\(cell),2026-01-01,EUR,5\n"
      ),
    ])
  }

  private static let calm = Result { try site("Plain Name").rendered() }

  @Test(arguments: names)
  func nameNeverBecomesMarkup(name: String) throws {
    let pages = try Self.site(name).rendered()
    let calm = try Self.calm.get()
    #expect(LinkCheck(pages, also: ["csv", "json"]).dead.isEmpty)
    for (path, page) in pages where path.hasSuffix(".html") {
      #expect(!page.contains("alert(1)>") && !page.contains("<img"), "\(path)")
      #expect(!page.contains("javascript:") || page.contains("[x](javascript:"), "\(path)")
    }
    for path in ["license-usage/index.html", "apps/index.html", "self-service-buyers/index.html"] {
      #expect(Self.tags(pages[path]) == Self.tags(calm[path]), "\(path)")
    }
    let rows = try #require(pages["data/license-usage.md"]).split(separator: "\n").filter {
      $0.hasPrefix("|")
    }
    #expect(rows.count == 5)
    #expect(Set(rows.map(Self.cellCount)).count == 1, "\(rows)")
  }

  /// The names of a page's tags: what a hostile name would change.
  private static func tags(_ page: String?) -> [String] {
    (page ?? "").split(separator: "<").dropFirst().map { part in
      String(part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "/") })
    }.filter { $0 != "wbr" }.sorted()
  }

  /// The bars of a GFM row that are not escaped.
  private static func cellCount(_ row: Substring) -> Int {
    var count = 0
    var isEscaped = false
    for byte in row.utf8 {
      if byte == UInt8(ascii: "|"), !isEscaped { count += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return count
  }
}
