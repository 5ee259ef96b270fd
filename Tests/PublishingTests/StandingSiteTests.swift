import Foundation
import Glibc
import Publishing
import TestSupport
import Testing

/// Whether the site of the last build is the one that this build would make.
struct StandingSiteTests {
  let folder: TemporaryFolder
  var site: String { folder.path(of: "site") }
  private static let texts = ["index.html": "one", "a/b.html": "two", "a/c/d.html": "three"]

  init() throws {
    folder = try TemporaryFolder()
    try publish(Self.texts, at: site)
  }

  private func stands(
    madeOf source: String = "source", at site: String? = nil, disk: SiteDisk = .system
  ) throws -> Bool {
    try SitePublication(at: site ?? self.site, inputs: [], disk: disk).stands(madeOf: source)
  }

  /// A disk of which only the manifest can be read.
  private var unreadable: SiteDisk {
    var disk = SiteDisk.system
    let read = disk.read
    disk.read = { path throws(DiskError) in
      if !path.hasSuffix("manifest.json") { throw DiskError(.read, path, code: 5) }
      return try read(path)
    }
    return disk
  }

  /// Writes into a file that is there, as an editor may, with a time of before.
  private func edit(_ name: String, _ text: String) throws {
    let path = folder.path(of: name)
    let file = unsafe open(path, O_WRONLY | O_TRUNC)
    try #require(file >= 0)
    let bytes = Array(text.utf8)
    #expect(unsafe write(file, bytes, bytes.count) == bytes.count)
    close(file)
    try folder.date(name, secondsAhead: -1000)
  }

  private func copy(_ from: String, to target: String, _ options: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/cp")
    process.arguments = options + [folder.path(of: from), folder.path(of: target)]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  @Test func aSiteThatNobodyTouchedStands() throws {
    let before = try folder.files(below: "site").map { folder.fileNumber(of: "site/\($0)") }
    for _ in 0..<3 { #expect(try stands()) }
    #expect(try folder.files(below: "site").map { folder.fileNumber(of: "site/\($0)") } == before)
    #expect(try folder.files().allSatisfy { $0.hasPrefix("site/") })
  }

  @Test func nothingIsReadWhenNothingWasChanged() throws {
    // As soon as the clock of the file system has gone on.
    var isKnown = false
    for _ in 0..<150 where !isKnown {
      isKnown = try stands(disk: unreadable)
      usleep(20_000)
    }
    #expect(isKnown)
    // A file that was kept lost its name in the old site after the new one was sealed.
    try publish(Self.texts.merging(["index.html": "new"]) { $1 }, at: site)
    #expect(try stands())
  }

  @Test func howManyFilesAndPagesItHas() throws {
    try publish(Self.texts.merging(["data/x.csv": "1"]) { $1 }, at: site)
    let standing = try #require(try SitePublication(at: site, inputs: []).standing)
    #expect(standing.files == 4 && standing.pages == 3)
    let other = try SitePublication(at: folder.path(of: "other"), inputs: [])
    #expect(other.standing == nil && !other.stands(madeOf: "source"))
  }

  @Test func whatWasMadeOfOtherThingsDoesNot() throws {
    #expect(try !stands(madeOf: "other"))
    try publish(Self.texts, at: site, madeOf: "other")
    #expect(try stands(madeOf: "other"))
    #expect(try !stands())
    try publish(Self.texts, at: site, madeOf: nil)
    #expect(try !stands(madeOf: "other"))
  }

  @Test(arguments: ["site/index.html", "site/a/b.html", "site/a/c/d.html"])
  func whatWasEditedDoesNotWhateverItsTime(name: String) throws {
    let text = try #require(folder.text(of: name))
    try edit(name, text.uppercased())
    #expect(try !stands())
    // Nor when the manifest is touched, or everything gets a second name.
    try folder.date("site/manifest.json", secondsAhead: 100)
    #expect(try !stands())
    try copy("site", to: "backup", "-al")
    #expect(try !stands())
    #expect(try !stands(at: folder.path(of: "backup")))
    try edit(name, text)
    #expect(try stands())
  }

  @Test func aSealOfAClockThatWasAheadTellsNothing() throws {
    var disk = SiteDisk.system
    disk.later = { _ in FileFacts.Time(seconds: 1 << 40, nanoseconds: 0) }
    try publish(Self.texts, at: site, disk: disk)
    #expect(try stands())
    #expect(try !stands(disk: unreadable))
    try edit("site/index.html", "ONE")
    #expect(try !stands())
  }

  @Test func aManifestThatWasEditedDoesNot() throws {
    let manifest = try #require(folder.text(of: "site/manifest.json"))
    try edit("site/manifest.json", manifest.replacing("0123456789ab", with: "0123456789ac"))
    #expect(try !stands())
    try edit("site/manifest.json", manifest)
    #expect(try stands())
  }

  @Test func whatIsMissingOrAddedDoesNot() throws {
    try folder.write("x", to: "site/a/extra.html")
    #expect(try !stands())
    try folder.remove("site/a/extra.html")
    #expect(try stands())
    try folder.write("x", to: "site/more/extra.html")
    #expect(try !stands())
    try folder.remove("site/more/extra.html")
    #expect(try !stands())
    try folder.remove("site/more")
    #expect(try stands())
    try folder.remove("site/a/c/d.html")
    #expect(try !stands())
  }

  @Test func linksAndOtherPermissionsDoNot() throws {
    let mode = try #require(folder.permissions(of: "site/index.html"))
    try folder.setPermissions(0o600, of: "site/index.html")
    #expect(try !stands())
    try folder.setPermissions(mode, of: "site/index.html")
    #expect(try stands())
    try folder.setPermissions(0o700, of: "site/a/c")
    #expect(try !stands())
    try folder.setPermissions(0o755, of: "site/a/c")
    try folder.write("one", to: "elsewhere")
    try folder.remove("site/index.html")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "site/index.html"),
      withDestinationPath: folder.path(of: "elsewhere"))
    #expect(try !stands())
  }

  @Test func aCopyIsComparedByContent() throws {
    try copy("site", to: "copy", "-a")
    let copy = folder.path(of: "copy")
    #expect(try stands(at: copy))
    #expect(try !stands(at: copy, disk: unreadable))
    try edit("copy/a/b.html", "TWO")
    try folder.date("copy/manifest.json", secondsAhead: 100)
    #expect(try !stands(at: copy))
    // Without the attribute nothing is known of a copy.
    try self.copy("site", to: "plain", "-r")
    #expect(try !stands(at: folder.path(of: "plain")))
  }

  /// Its files are older than the seal of the site into which it came.
  @Test func aFolderThatCameFromElsewhereIsComparedByContent() throws {
    try publish(Self.texts.merging(["a/c/d.html": "THREE"]) { $1 }, at: folder.path(of: "other"))
    let late = folder.path(of: "late")
    try publish(Self.texts, at: late)
    usleep(50_000)
    try folder.remove("late/a")
    try FileManager.default.moveItem(
      atPath: folder.path(of: "other/a"), toPath: folder.path(of: "late/a"))
    #expect(try !stands(at: late))
    try edit("late/a/c/d.html", "three")
    #expect(try stands(at: late))
  }

  @Test func aDiskThatCannotBeReadMeansABuild() throws {
    var disk = SiteDisk.system
    disk.look = { folder throws(DiskError) in throw DiskError(.list, folder, code: 13) }
    #expect(try !stands(disk: disk))
    disk = .system
    disk.setMark = { path, _ throws(DiskError) in throw DiskError(.write, path, code: 95) }
    try publish(Self.texts, at: site, disk: disk)
    #expect(try !stands())
  }
}
