import Testing

@testable import Rendering

/// Backticks in sentences, and those in values that stand in them.
struct MarkedTextTests {
  @Test(arguments: [
    ("user `a@x` is new", "user <code>a@x</code> is new"),
    ("`<b>` & `\"`", "<code>&lt;b&gt;</code> &amp; <code>&quot;</code>"),
    ("a ` b", "a ` b"), ("`a` ` b", "<code>a</code> ` b"), ("`` b", "`` b"), ("", ""),
    ("`a`<script>`", "<code>a</code>&lt;script&gt;`"),
  ])
  func pairsBecomeCodeAndAllIsEscaped(text: String, html: String) {
    #expect(MarkedText.html(text) == html)
  }
}
