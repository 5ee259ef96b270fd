import Digests
import Testing

struct SlugTests {
  @Test(arguments: [
    "sub-001", "0", "a.b_c-d", "5f8a1f2e-9c1b-4a8e-8f3d-2b7c1d9e0a44",
    String(repeating: "x", count: 60),
    "contoso", "index-2",
  ])
  func plainIdsAreTheirOwn(id: String) {
    #expect(Slug.of(id) == id)
  }

  @Test(arguments: [
    ("SUB-001", "sub-001~"), ("Ada Lovelace", "ada-lovelace~"),
    ("../../etc/passwd", "..-..-etc-passwd~"), ("- li", "--li~"),
    ("無限", "-~"), ("", "~"), ("index", "index~"), ("nul", "nul~"), ("con.html", "con-html~"),
    ("com1", "com1~"), ("trailing.", "trailing.~"), ("a~b", "a-b~"), ("ｆｕｌｌ", "full~"),
    (".hidden", ".hidden~"), ("-dash", "-dash~"), ("a\u{0}\n<b>", "a-b-~"),
  ])
  func othersCarryADigest(id: String, prefix: String) {
    let slug = Slug.of(id)
    #expect(slug.hasPrefix(prefix))
    #expect(slug.utf8.count == prefix.utf8.count + 10)
  }

  @Test func longIdsAreCut() {
    let slug = Slug.of(String(repeating: "x", count: 61))
    #expect(slug.utf8.count == 51)
  }

  @Test func differentIdsHaveDifferentSlugsOnDisksThatFoldCase() {
    let ids = [
      "a", "A", "á", "a\u{301}", "Ａ", "a ", " a", "a-", "a/b", "a\\b", "a b", "a-b", "A-B", "index",
      "INDEX", "con", "CON", "é", "e\u{301}", "ß", "ss", "SS",
    ]
    let slugs = Set(ids.map { Slug.of($0).lowercased() })
    #expect(slugs.count == ids.count)
  }

  @Test func digestIsThatOfTheExactBytes() {
    #expect(Slug.of("ABC") == "abc~" + SHA256.digest(of: "ABC").hex(prefix: 10))
  }
}
