import TestSupport
import Testing

/// A site may stand in the folder of the exports: the next run does not take it for one.
struct SiteBelowExportsTests {
  @Test func theSecondBuildReadsTheSameFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "user_principal_name,display_name\nann@contoso.example,Ann Lee\n", to: "users.csv")
    let words = ["build", ".", "-o", "site", "--as-of", "2026-01-31"]
    let first = try Billfold.run(words, folder: folder.path)
    #expect(first.code == 0)
    let manifest = folder.text(of: "site/manifest.json")
    let second = try Billfold.run(words, folder: folder.path)
    #expect(second.code == 0)
    #expect(folder.text(of: "site/manifest.json") == manifest)
    let validated = try Billfold.run(
      ["validate", ".", "--as-of", "2026-01-31"], folder: folder.path)
    #expect(validated.code == 0)
    #expect(validated.output == "no findings\n")
  }
}
