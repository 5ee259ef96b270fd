import Foundation
import TestSupport
import Testing

/// A tenant whose names try everything: they stand on the pages letter for letter, and do nothing.
struct HostileNamesTests {
  /// Text that HTML, Markdown, Liquid, a spreadsheet or a file system could take for more than text.
  static let names = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</title></td></table><h1>x",
    "<!-- x", "]]>", "&lt;b&gt; &amp; &#60; &copy", "javascript:alert(1)",
    "[a](javascript:alert(1))", "![a](https://evil.example/x.png)", "<https://evil.example>",
    "https://evil.example/ www.evil.example", "{{ 7 | times: 7 }}", "{% include 'x' %}", "{%",
    "{{", "}}", "a | b || c", "`code` ``", "*bold* _em_ ~~gone~~ **", "# heading", "- item",
    "1. one", "> quote", "| - | - |", "--- ===", "\\ back\\slash \\| \\<", "=SUM(A1:A9)", "+1",
    "@x",
    "-2+3", "'quoted' \"double\"", "../../etc/passwd", "..", "CON", "nul.txt", "COM1", "a/b\\c:d*?",
    "\u{202E}evil\u{202C}", "👩‍👩‍👧‍👦 🏳️‍🌈 é e\u{301} ﬁ Å", "שלום עולם", "x\u{1}\u{1B}[31m\u{7F}\u{85}y",
    "line\nbreak\n\n# two", "tab\there", "%2e%2e%2f %00 ?a=b&c=d#e", "~", "index", "page", "-", ".",
    "__proto__", "constructor", "\u{200B}zero\u{FEFF}", "&", "<", "\"", "İıſK", "billfold:table:1",
    String(repeating: "very long ", count: 300) + "end",
  ]

  private static func cell(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Every name as product, subscription, person, department, buyer, invoice, profile, heading.
  static func write(to folder: TemporaryFolder) throws {
    var products = "product_id,product_name,kind,publisher,pricing_model\n"
    var subscriptions =
      "subscription_id,product_id,channel,storefront,acquisition,purchaser_name,purchaser_email,quantity,unit_price,currency,billing_frequency,region,billing_profile_id,status,expires_on,\(cell(names[0]))\n"
    var licenses = "subscription_id,assignee_id,assignee_kind,display_name,department,assigned_on\n"
    var profiles = "billing_profile_id,name,contact_name,address\n"
    var invoices = "invoice_id,billing_profile_id,invoice_date,due_date,currency,total\n"
    var lines = "invoice_id,line_number,subscription_id,product_name,charge_type,charges,total\n"
    for (index, name) in names.enumerated() {
      let own = index % 2 == 0 ? "self-service" : "central"
      let text = cell(name)
      products += "\(text),\(text),isv-app,\(text),per-license\n"
      subscriptions +=
        "\(text),\(text),direct,appsource,\(own),\(text),\(text),5,1.10,EUR,monthly,\(text),\(text),active,2026-02-01,\(text)\n"
      licenses +=
        "\(text),\(text),\(index % 7 == 0 ? "group" : "user"),\(text),\(text),2025-01-01\n"
      licenses += "\(text),same@x.example,user,Same,\(text),2025-01-01\n"
      profiles += "\(text),\(text),\(text),\n"
      invoices += "\(text),\(text),2025-01-01,2025-02-01,EUR,10\n"
      lines += "\(text),1,\(text),\(text),\(text),9,9\n"
    }
    for id in ["Case", "CASE", "case", "cASE"] { products += "\(id),\(id),saas-app,,\n" }
    let bad =
      "product_id,product_name,kind\n"
      + names.map { "\(cell($0)),\(cell($0)),\(cell($0))\n" }
      .joined()
    try folder.write(products, to: "in/products.csv")
    try folder.write(subscriptions, to: "in/s.csv")
    try folder.write(licenses, to: "in/<b>l&.csv")
    try folder.write(profiles, to: "in/{{ 7 | times: 7 }}/p|`x`.csv")
    try folder.write(invoices, to: "in/i.csv")
    try folder.write(lines, to: "in/lines.csv")
    try folder.write(bad, to: "in/bad.csv")
    try folder.write("\(cell(names[0])),\(cell(names[11]))\n1,2\n", to: "in/\u{1B}x\n.csv")
  }

  @Test func namesStandOnThePagesAndDoNothing() throws {
    let folder = try TemporaryFolder()
    try Self.write(to: folder)
    let site = try Site.build([folder.path(of: "in"), "--as-of", "2026-01-31"], in: folder)
    PageChecks.check(site)
    let pages = site.pages
    let usage = pages.filter { $0.key.hasPrefix("license-usage/") }.map {
      Self.plain($0.value.text)
    }
    for name in Self.names {
      let wanted = Self.plain(name)
      #expect(usage.contains { $0.contains(wanted) }, "\(name.prefix(60))")
    }
    for (path, page) in pages {
      let hasMore = page.elements.contains {
        ["b", "img", "em", "strong", "del"].contains($0.name) && $0["src"] == "x"
      }
      #expect(!hasMore, "\(path)")
    }
    let details = pages.keys.count { $0.hasPrefix("products/") }
    #expect(details >= Self.names.count + 4)
  }

  /// What a reader sees of a text: blanks are one, controls are shown somehow, invisible marks are not.
  private static func plain(_ text: String) -> String {
    let seen = text.unicodeScalars.map { scalar -> String in
      switch scalar.properties.generalCategory {
      case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: return " "
      case .format: return ""
      default:
        let isPicture = (0x2400...0x2426).contains(scalar.value) || scalar == "\u{FFFD}"
        return isPicture ? " " : String(scalar)
      }
    }.joined()
    return seen.split(separator: " ").joined(separator: " ")
  }

  @Test(arguments: FiguresTests.reports.dropLast())
  func reportsAsMarkdownAndHTMLKeepTheirShape(report: String) throws {
    let folder = try TemporaryFolder()
    try Self.write(to: folder)
    let words = ["report", report, folder.path(of: "in"), "--as-of", "2026-01-31"]
    let rows = try Billfold.json(words)["rows"].elements.count
    let markdown = try Billfold.run(words + ["--format", "md"])
    #expect(markdown.code == 0)
    var lines = 0
    var width = 0
    for line in markdown.output.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        width = 0
        continue
      }
      if width == 0 { width = Self.columns(line) }
      #expect(Self.columns(line) == width, "\(line.prefix(200))")
      lines += 1
    }
    #expect(lines >= rows + 2)
    let html = try Billfold.run(words + ["--format", "html"])
    #expect(html.code == 0)
    #expect(!html.output.contains("<script>alert") && !html.output.contains("<img"))
  }

  /// How many bars a line of a table has that no backslash stands before.
  private static func columns(_ line: Substring) -> Int {
    var count = 0
    var isEscaped = false
    for byte in line.utf8 {
      if byte == UInt8(ascii: "|"), !isEscaped { count += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return count
  }
}
