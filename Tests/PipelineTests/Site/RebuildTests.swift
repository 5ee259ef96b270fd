import Foundation
import TestSupport
import Testing

/// A build of the same leaves the site as it stands.
struct RebuildTests {
  private let folder: TemporaryFolder
  private static let input =
    "subscription_id,product_id,product_name,quantity,status\nS,P,Ledger,3,active\n"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.input, to: "in/subscriptions.csv")
  }

  private func build(
    _ more: [String] = [], asOf day: String = "2026-01-31"
  ) throws -> Billfold.Outcome {
    let outcome = try Billfold.run(
      ["build", "in", "-o", "site", "--as-of", day] + more, folder: folder.path)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return outcome
  }

  private var numbers: [String: UInt64?] {
    get throws {
      Dictionary(
        uniqueKeysWithValues: try folder.files(below: "site").map {
          ($0, folder.fileNumber(of: "site/\($0)"))
        })
    }
  }

  @Test func theSameIsNotMadeAgain() throws {
    let first = try build()
    #expect(!first.errors.contains("unchanged"))
    let (site, files) = (try Site(folder.path(of: "site")), try numbers)
    let second = try build()
    #expect(second.errors.contains(", unchanged\n"))
    #expect(second.errors.replacing(", unchanged", with: "") == first.errors)
    #expect(try numbers == files)
    #expect(try Site(site.folder).difference(site) == [])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["in", "site"])
    let json = try build(["--log-format", "json"])
    #expect(json.errors.contains("\"unchanged\":true"))
  }

  @Test func whatIsNotTheSameIsMadeAgain() throws {
    _ = try build()
    #expect(!(try build(asOf: "2026-02-01")).errors.contains("unchanged"))
    #expect(!(try build()).errors.contains("unchanged"))
    // The same rows under another name: the sources page names the file.
    try FileManager.default.moveItem(
      atPath: folder.path(of: "in/subscriptions.csv"), toPath: folder.path(of: "in/s.csv"))
    #expect(!(try build()).errors.contains("unchanged"))
    #expect(folder.text(of: "site/sources/index.html")?.contains("s.csv") == true)
    try folder.write("site: {title: Ours}\n", to: "b.yaml")
    #expect(!(try build(["-c", "b.yaml"])).errors.contains("unchanged"))
    try folder.write(Self.input + "T,P,Ledger,4,active\n", to: "in/s.csv")
    #expect(!(try build(["-c", "b.yaml"])).errors.contains("unchanged"))
    #expect((try build(["-c", "b.yaml"])).errors.contains("unchanged"))
  }

  @Test func whatWasChangedByHandIsMadeAgain() throws {
    _ = try build()
    let page = try #require(folder.text(of: "site/index.html"))
    try folder.write(page.replacing("Ledger", with: "Lodger") + " ", to: "site/index.html")
    #expect(!(try build()).errors.contains("unchanged"))
    #expect(folder.text(of: "site/index.html") == page)
    #expect((try build()).errors.contains("unchanged"))
  }

  @Test func ownMappingsAreAPartOfIt() throws {
    try folder.write("mappings: maps\n", to: "b.yaml")
    try folder.write(Self.mapping, to: "maps/own.yaml")
    try folder.write("nr,plan,label\nS,P,Ledger\n", to: "in/subscriptions.csv")
    _ = try build(["-c", "b.yaml"])
    #expect((try build(["-c", "b.yaml"])).errors.contains("unchanged"))
    try folder.write(Self.mapping + "# a comment\n", to: "maps/own.yaml")
    #expect(!(try build(["-c", "b.yaml"])).errors.contains("unchanged"))
  }

  private static let mapping = """
    format: own
    title: Our list
    recognise: [nr, plan]
    tables:
      - table: subscriptions
        columns:
          subscription_id: nr
          product_id: plan
          product_name: label

    """
}
