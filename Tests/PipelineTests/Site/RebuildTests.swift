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

  @Test func whichSettingsAnInputGoesByIsAPartOfIt() throws {
    try folder.write(
      "expect: []\ninputs: [{path: in}, {path: x1, dates: dmy}, {path: x2, dates: mdy}]\n",
      to: "b.yaml")
    try folder.write("invoice_id,invoice_date,currency,total\nI,01/02/2026,EUR,1\n", to: "x1/i.csv")
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "x2"), withIntermediateDirectories: false)
    func build(into site: String) throws -> Billfold.Outcome {
      try Billfold.run(
        ["build", "-c", "b.yaml", "-o", site, "--as-of", "2026-03-31"], folder: folder.path)
    }
    let first = try build(into: "site")
    try #require(first.code == 0, "\(first.errors)")
    try FileManager.default.moveItem(
      atPath: folder.path(of: "x1/i.csv"), toPath: folder.path(of: "x2/i.csv"))
    #expect(!(try build(into: "site")).errors.contains("unchanged"))
    _ = try build(into: "fresh")
    #expect(
      try Site(folder.path(of: "site")).difference(Site(folder.path(of: "fresh"))) == [])
  }

  @Test func theDayOfEarlierExportsIsAPartOfIt() throws {
    try folder.write(Self.input, to: "old/2026-01-01/subscriptions.csv")
    _ = try build(["--previous", "old"])
    #expect((try build(["--previous", "old"])).errors.contains("unchanged"))
    try FileManager.default.moveItem(
      atPath: folder.path(of: "old/2026-01-01"), toPath: folder.path(of: "old/2025-12-15"))
    #expect(!(try build(["--previous", "old"])).errors.contains("unchanged"))
  }

  @Test func whatCouldNotBeReadWholeIsReadAgain() throws {
    let rows = (0..<500).map { "S\($0),P\($0 * 7919 % 501),Ledger \($0),\($0),active\n" }
    try folder.write(
      "subscription_id,product_id,product_name,quantity,status\n" + rows.joined(), to: "more.csv")
    _ = try Tool.run("/bin/gzip", ["-n", "more.csv"], folder: folder.path)
    let zipped = Array(
      try #require(FileManager.default.contents(atPath: folder.path(of: "more.csv.gz"))))
    try folder.write(Array(zipped.dropLast(20)), to: "in/more.csv.gz")
    _ = try build()
    #expect(!(try build()).errors.contains("unchanged"))
    try folder.write(Array(zipped.prefix(zipped.count / 2)), to: "in/more.csv.gz")
    #expect(!(try build()).errors.contains("unchanged"))
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
