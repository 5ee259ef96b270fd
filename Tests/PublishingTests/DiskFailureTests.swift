import Publishing
import TestSupport
import Testing

/// Every call to the file system fails once; the old site stays each time.
struct DiskFailureTests {
  let folder: TemporaryFolder
  var site: String { folder.path(of: "site") }

  init() throws {
    folder = try TemporaryFolder()
    try publish(["index.html": "old"], at: site)
  }

  private func expectFailure(_ operation: DiskError.Operation, _ disk: SiteDisk) throws {
    let error = #expect(throws: PublishingError.self) {
      try publish(["index.html": "new", "a/b.html": "x"], at: site, disk: disk)
    }
    guard case .disk(let failure)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(failure.operation == operation)
    #expect(try folder.files() == ["site/index.html", "site/manifest.json"])
    #expect(folder.text(of: "site/index.html") == "old")
    try publish(["index.html": "after"], at: site)
    #expect(folder.text(of: "site/index.html") == "after")
  }

  @Test(arguments: ["index.html", "b.html", "manifest.json"])
  func fullDisk(name: String) throws {
    var disk = SiteDisk.system
    let open = disk.openFolder
    disk.openFolder = { path throws(DiskError) in
      var folder = try open(path)
      let write = folder.write
      folder.write = { path, bytes throws(DiskError) in
        if "/\(path)".hasSuffix("/" + name) { throw DiskError(.write, path, code: 28) }
        try write(path, bytes)
      }
      return folder
    }
    try expectFailure(.write, disk)
  }

  @Test func noPermission() throws {
    var disk = SiteDisk.system
    disk.makeFolder = { path throws(DiskError) in throw DiskError(.makeFolder, path, code: 13) }
    try expectFailure(.makeFolder, disk)
  }

  @Test func syncFails() throws {
    var disk = SiteDisk.system
    disk.sync = { path throws(DiskError) in throw DiskError(.sync, path, code: 5) }
    try expectFailure(.sync, disk)
  }

  @Test func switchFails() throws {
    var disk = SiteDisk.system
    disk.exchange = { _, other throws(DiskError) in throw DiskError(.move, other, code: 16) }
    try expectFailure(.move, disk)
  }

  @Test func lockFails() throws {
    var disk = SiteDisk.system
    disk.lock = { path throws(DiskError) in throw DiskError(.lock, path, code: 37) }
    try expectFailure(.lock, disk)
  }

  @Test func fileSystemsWithoutSwapTakeTwoSteps() throws {
    var disk = SiteDisk.system
    disk.exchange = { _, _ throws(DiskError) in false }
    try publish(["index.html": "new"], at: site, disk: disk)
    #expect(try folder.files() == ["site/index.html", "site/manifest.json"])
    #expect(folder.text(of: "site/index.html") == "new")
  }

  @Test func theOldSiteComesBackWhenTheSecondStepFails() throws {
    var disk = SiteDisk.system
    let move = disk.move
    disk.exchange = { _, _ throws(DiskError) in false }
    disk.move = { from, to throws(DiskError) in
      if from.contains(".site.new-") { throw DiskError(.move, to, code: 5) }
      try move(from, to)
    }
    try expectFailure(.move, disk)
  }

  @Test func whatCannotBeRemovedDoesNotUndoTheSwitch() throws {
    var disk = SiteDisk.system
    disk.removeTree = { path throws(DiskError) in throw DiskError(.remove, path, code: 13) }
    try publish(["index.html": "new"], at: site, disk: disk)
    #expect(folder.text(of: "site/index.html") == "new")
    try publish(["index.html": "newer"], at: site)
    #expect(try folder.files() == ["site/index.html", "site/manifest.json"])
  }

  @Test func sentencesSayWhatAndWhy() {
    let error = PublishingError.disk(DiskError(.write, "/srv/.site.new-1/index.html", code: 28))
    #expect(
      error.description
        == "cannot write /srv/.site.new-1/index.html: no space left on the disk")
  }
}
