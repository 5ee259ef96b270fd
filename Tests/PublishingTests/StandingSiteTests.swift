import FoundationEssentials
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
    _ head: ManifestHead = head, disk: SiteDisk = .system
  ) throws -> Bool {
    try SitePublication(at: site, inputs: [], disk: disk).stands(head)
  }

  @Test func aSiteThatNobodyTouchedStands() throws {
    let before = try folder.files(below: "site").map { folder.fileNumber(of: "site/\($0)") }
    for _ in 0..<3 { #expect(try stands()) }
    #expect(try folder.files(below: "site").map { folder.fileNumber(of: "site/\($0)") } == before)
    #expect(try folder.files().allSatisfy { $0.hasPrefix("site/") })
  }

  @Test func aSiteOfWhichFilesWereKeptStandsToo() throws {
    try publish(Self.texts.merging(["index.html": "new"]) { $1 }, at: site)
    // Nothing is read when nothing was changed since, so that this also tells that the seal comes last.
    var disk = SiteDisk.system
    let read = disk.read
    disk.read = { path throws(DiskError) in
      if !path.hasSuffix("manifest.json") { throw DiskError(.read, path, code: 5) }
      return try read(path)
    }
    #expect(try stands(disk: disk))
  }

  @Test func howManyFilesAndPagesItHas() throws {
    try publish(Self.texts.merging(["data/x.csv": "1"]) { $1 }, at: site)
    let standing = try #require(try SitePublication(at: site, inputs: []).standing)
    #expect(standing.files == 4 && standing.pages == 3)
    let other = try SitePublication(at: folder.path(of: "other"), inputs: [])
    #expect(other.standing == nil && !other.stands(head))
  }

  @Test func whatWasMadeOfOtherThingsDoesNot() throws {
    var other = head
    other.key = "ba9876543210"
    #expect(try !stands(other))
    other = head
    other.inputs = [
      ManifestHead.Input(
        path: "in.csv", sha256: "00",
        rows: ManifestHead.RowCounts(rowsIn: 1, accepted: 1, quarantined: 0, ignored: 0))
    ]
    #expect(try !stands(other))
    try publish(Self.texts, at: site, head: other)
    #expect(try stands(other))
    #expect(try !stands(head))
  }

  @Test func aNewerProgramMakesItAnew() throws {
    var disk = SiteDisk.system
    disk.programChanged = { nil }
    #expect(try !stands(disk: disk))
    disk.programChanged = { FileFacts.Time(seconds: .max, nanoseconds: 0) }
    #expect(try !stands(disk: disk))
  }

  @Test(arguments: ["site/index.html", "site/a/b.html", "site/a/c/d.html"])
  func whatWasEditedDoesNotWhateverItsTime(name: String) throws {
    let text = try #require(folder.text(of: name))
    let path = folder.path(of: name)
    let file = unsafe open(path, O_WRONLY | O_TRUNC)
    try #require(file >= 0)
    let edited = Array(text.uppercased().utf8)
    #expect(unsafe write(file, edited, edited.count) == edited.count)
    close(file)
    try folder.date(name, secondsAhead: -1000)
    #expect(try !stands())
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

  @Test func whatCameBackFromAnArchiveIsComparedByContent() throws {
    for (name, text) in Self.texts { try folder.write(text, to: "site/\(name)") }
    #expect(try stands())
    try folder.write("TWO", to: "site/a/b.html")
    #expect(try !stands())
  }

  @Test func aDiskThatCannotBeReadMeansABuild() throws {
    var disk = SiteDisk.system
    disk.look = { folder throws(DiskError) in throw DiskError(.list, folder, code: 13) }
    #expect(try !stands(disk: disk))
    disk = .system
    disk.seal = { path throws(DiskError) in throw DiskError(.write, path, code: 30) }
    try publish(Self.texts, at: site, disk: disk)
    #expect(try stands())
  }
}
