import FoundationEssentials
import JSONReading
import Publishing
import TestSupport
import Testing

let head = ManifestHead(
  version: "0.1", key: "0123456789ab", asOf: "2026-01-31", configSHA256: nil, themeSHA256: "ff",
  historyKey: nil)

/// Publishes these files, each with its text, into that folder.
func publish(
  _ files: [String: String], at directory: String, inputs: [String] = [], disk: SiteDisk = .system,
  head: ManifestHead = head, madeOf source: String? = "source"
) throws {
  let publication = try SitePublication(at: directory, inputs: inputs, disk: disk)
  for (path, text) in files.sorted(by: { $0.key < $1.key }) {
    try publication.write(path, Array(text.utf8))
  }
  try publication.finish(head, madeOf: source)
}

struct SitePublicationTests {
  let folder: TemporaryFolder
  var site: String { folder.path(of: "site") }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func writesAllFilesAndNothingBeside() throws {
    try publish(["index.html": "one", "a/b/c.html": "two"], at: site)
    #expect(try folder.files() == ["site/a/b/c.html", "site/index.html", "site/manifest.json"])
    #expect(folder.text(of: "site/a/b/c.html") == "two")
  }

  @Test func aNewSiteReplacesTheOldOneWhole() throws {
    try publish(["index.html": "one", "old.html": "x"], at: site)
    try publish(["index.html": "two", "new.html": "y"], at: site)
    #expect(try folder.files() == ["site/index.html", "site/manifest.json", "site/new.html"])
    #expect(folder.text(of: "site/index.html") == "two")
  }

  @Test func whatStaysTheSameKeepsItsFile() throws {
    let texts = ["index.html": "one", "a/b.html": "same", "c.html": "edited", "d.html": "gone"]
    try publish(texts, at: site)
    let before = try #require(folder.fileNumber(of: "site/a/b.html"))
    // One was written by hand, as long as before; one is missing.
    try folder.write("EDITED", to: "site/c.html")
    try folder.date("site/c.html", secondsAhead: 2)
    try folder.remove("site/d.html")
    try publish(texts.merging(["index.html": "two"]) { $1 }, at: site)
    #expect(folder.fileNumber(of: "site/a/b.html") == before)
    #expect(folder.text(of: "site/index.html") == "two")
    #expect(folder.text(of: "site/c.html") == "edited")
    #expect(folder.text(of: "site/d.html") == "gone")
    #expect(
      try folder.files()
        == ["a/b.html", "c.html", "d.html", "index.html", "manifest.json"].map { "site/\($0)" })
  }

  @Test func whatWasChangedByHandIsWrittenAgainWhateverItsTime() throws {
    try publish(["index.html": "one", "a.html": "same"], at: site)
    try folder.write("ONE", to: "site/index.html")
    try folder.date("site/index.html", secondsAhead: -100)
    try publish(["index.html": "one", "a.html": "same"], at: site)
    #expect(folder.text(of: "site/index.html") == "one")
  }

  @Test func permissionsAreThoseOfTheBuild() throws {
    try publish(["index.html": "one", "a.html": "same"], at: site)
    let mode = try #require(folder.permissions(of: "site/a.html"))
    try folder.setPermissions(0o600, of: "site/index.html")
    try publish(["index.html": "one", "a.html": "same"], at: site)
    #expect(folder.permissions(of: "site/index.html") == mode)
  }

  @Test func linksAreNotKept() throws {
    try publish(["index.html": "one"], at: site)
    try folder.write("one", to: "elsewhere")
    try folder.remove("site/index.html")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "site/index.html"),
      withDestinationPath: folder.path(of: "elsewhere"))
    try publish(["index.html": "one"], at: site)
    #expect(folder.fileNumber(of: "site/index.html") != folder.fileNumber(of: "elsewhere"))
    try folder.write("two", to: "elsewhere")
    #expect(folder.text(of: "site/index.html") == "one")
  }

  @Test func withoutLinksAllIsWritten() throws {
    try publish(["index.html": "one"], at: site)
    let before = try #require(folder.fileNumber(of: "site/index.html"))
    var disk = SiteDisk.system
    let open = disk.openFolder
    disk.openFolder = { path throws(DiskError) in
      var folder = try open(path)
      folder.keep = { _, _, _ in false }
      return folder
    }
    try publish(["index.html": "one"], at: site, disk: disk)
    #expect(folder.fileNumber(of: "site/index.html") != before)
    #expect(folder.text(of: "site/index.html") == "one")
  }

  @Test func nobodySeesFilesBeforeTheSwitch() throws {
    try publish(["index.html": "one"], at: site)
    let publication = try SitePublication(at: site, inputs: [])
    try publication.write("index.html", [50])
    #expect(folder.text(of: "site/index.html") == "one")
    try publication.finish(head)
    #expect(folder.text(of: "site/index.html") == "2")
  }

  @Test func aDroppedPublicationLeavesNoTrace() throws {
    try publish(["index.html": "one"], at: site)
    do {
      let publication = try SitePublication(at: site, inputs: [])
      try publication.write("index.html", [50])
    }
    #expect(try folder.files() == ["site/index.html", "site/manifest.json"])
    #expect(folder.text(of: "site/index.html") == "one")
  }

  @Test func foldersAboveAreMade() throws {
    try publish(["index.html": "one"], at: folder.path(of: "a/b/site/"))
    #expect(folder.text(of: "a/b/site/index.html") == "one")
  }

  @Test func oneBuildAtATime() throws {
    let first = try SitePublication(at: site, inputs: [])
    #expect(throws: PublishingError.busy(first.path)) {
      try SitePublication(at: site + "/", inputs: [])
    }
    try first.write("index.html", [])
    try first.finish(head)
    _ = consume first
    try publish(["index.html": "two"], at: site)
    #expect(folder.text(of: "site/index.html") == "two")
  }

  @Test func whatAKilledRunLeftIsClearedAndNothingElse() throws {
    try folder.write("x", to: ".site.new-123/index.html")
    try folder.write("x", to: ".site.old-9/index.html")
    try folder.write("x", to: ".site.lock")
    try folder.write("keep", to: ".site.new-notes")
    try folder.write("keep", to: ".other.new-1/a")
    try publish(["index.html": "one"], at: site)
    #expect(
      try folder.files() == [
        ".other.new-1/a", ".site.new-notes", "site/index.html", "site/manifest.json",
      ])
  }

  @Test func filesMayComeFromManyThreads() async throws {
    let publication = try SitePublication(at: site, inputs: [])
    await withTaskGroup { group in
      for number in 0..<200 {
        group.addTask { () -> Void in
          do {
            try publication.write("d\(number % 7)/\(number).html", Array("\(number)".utf8))
          } catch {
            Issue.record(error)
          }
        }
      }
    }
    try publication.finish(head)
    #expect(try folder.files(below: "site").count == 201)
  }

  @Test(arguments: [
    "", "/a", "a//b", "../a", "a/../b", "a/", ".", "a\u{0}b", "a\nb", "a\\b", "manifest.json",
    String(repeating: "x", count: 256),
  ])
  func pathsStayInTheSite(path: String) throws {
    let publication = try SitePublication(at: site, inputs: [])
    #expect(throws: PublishingError.badFilePath(path)) { try publication.write(path, []) }
  }

  @Test func noFileIsWrittenTwice() throws {
    let publication = try SitePublication(at: site, inputs: [])
    try publication.write("a.html", [])
    #expect(throws: PublishingError.duplicateFile("a.html")) {
      try publication.write("a.html", [])
    }
  }
}
