import Markup
import Testing

struct MarkdownDocumentTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let markdown: String
    let html: String
    var testDescription: String { markdown }

    init(_ markdown: String, _ html: String) {
      self.markdown = markdown
      self.html = html
    }
  }

  @Test(arguments: [
    Case("Two *words* and `code`.", "<p>Two <em>words</em> and <code>code</code>.</p>\n"),
    Case("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    Case("a <b>bold</b>", "<p>a <!-- raw HTML omitted -->bold<!-- raw HTML omitted --></p>\n"),
    Case("<script>alert(1)</script>", "<!-- raw HTML omitted -->\n"),
    Case("[x](javascript:alert(1))", "<p><a href=\"\">x</a></p>\n"),
    Case("[x](JaVaScRiPt:alert(1))", "<p><a href=\"\">x</a></p>\n"),
    Case("![x](data:text/html,1)", "<p><img src=\"\" alt=\"x\" /></p>\n"),
    Case("[x](../a/index.html)", "<p><a href=\"../a/index.html\">x</a></p>\n"),
    Case(
      "~~a~~ https://a.example www.a.example a@b.example",
      "<p>~~a~~ https://a.example www.a.example a@b.example</p>\n"),
    Case("& < > \" é \u{0}", "<p>&amp; &lt; &gt; &quot; é \u{FFFD}</p>\n"),
    Case("", ""),
  ])
  func rendersSafely(_ example: Case) throws {
    #expect(try MarkdownDocument(parsing: example.markdown).html() == example.html)
  }

  @Test func tablesAreGFM() throws {
    let html = try MarkdownDocument(parsing: "| a | b |\n|---|--:|\n| 1 | 2 \\| 3 |\n").html()
    #expect(
      html == """
        <table>
        <thead>
        <tr>
        <th>a</th>
        <th align="right">b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        <td align="right">2 | 3</td>
        </tr>
        </tbody>
        </table>

        """)
  }

  @Test func headingsGetUniqueAnchors() throws {
    let text = "# Licence *usage*\n\n## Cost & use\n\n## Cost, use\n\n## 授權 1\n\n## !\n\n## Main"
    let html = try MarkdownDocument(parsing: text).html(reservedAnchors: ["main"])
    #expect(
      html == """
        <h1 id="licence-usage">Licence <em>usage</em></h1>
        <h2 id="cost-use">Cost &amp; use</h2>
        <h2 id="cost-use-2">Cost, use</h2>
        <h2 id="授權-1">授權 1</h2>
        <h2 id="section">!</h2>
        <h2 id="main-2">Main</h2>

        """)
  }

  @Test func headingsGetAnchorsWhereverTheyStand() throws {
    let text =
      "> # In a quote\n\n- ## In an item\n\n#\n\nSetext `c` [l](x)\n===\n\n| a |\n|---|\n| # |"
    let html = try MarkdownDocument(parsing: text).html()
    #expect(
      html == """
        <blockquote>
        <h1 id="in-a-quote">In a quote</h1>
        </blockquote>
        <ul>
        <li>
        <h2 id="in-an-item">In an item</h2>
        </li>
        </ul>
        <h1 id="section"></h1>
        <h1 id="setext-c-l">Setext <code>c</code> <a href="x">l</a></h1>
        <table>
        <thead>
        <tr>
        <th>a</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>#</td>
        </tr>
        </tbody>
        </table>

        """)
  }

  @Test func manyThreadsGiveTheSameAsOne() async throws {
    let texts = (0..<64).map { number in
      """
      # Page \(number)

      A *word*, a **strong** one, ~~no strike~~, `code`, [link](p\(number).html), a@b.example.

      | name | n |
      |------|--:|
      | *x* \\| y | \(number) |

      > quote with <b>raw</b>
      """
    }
    let expected = try texts.map { try MarkdownDocument(parsing: $0).html() }
    for _ in 0..<8 {
      let results = await withTaskGroup(of: (Int, String?).self) { group in
        for (index, text) in texts.enumerated() {
          group.addTask { (index, try? MarkdownDocument(parsing: text).html()) }
        }
        return await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
      }
      for (index, html) in expected.enumerated() {
        #expect(results[index] == html)
      }
    }
  }

  @Test func deepNestingIsNoProblem() throws {
    let text = String(repeating: "> ", count: 3_000) + "x"
    let html = try MarkdownDocument(parsing: text).html()
    #expect(html.hasPrefix("<blockquote>"))
  }
}
