import Foundation
import TestSupport
import Testing

/// A build that is killed leaves the old site whole, and the next build works.
struct KillTests {
  @Test(arguments: [0, 40])
  func aKilledBuildLeavesTheOldSite(files: Int) throws {
    let folder = try TemporaryFolder()
    let sample = [Billfold.sample, "--as-of", "2025-06-15"]
    try Site.sample.get().copy(to: folder, name: "site")
    let old = try Site(folder.path(of: "site"))
    let process = Process()
    process.executableURL = URL(filePath: Billfold.path)
    process.arguments = ["build"] + sample + ["-o", folder.path(of: "site")]
    process.standardError = FileHandle(forWritingAtPath: "/dev/null")
    try process.run()
    // As soon as so many files of the new site are written, out of sight.
    while process.isRunning, try written(folder) < files { usleep(500) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let isKilled = process.terminationReason == .uncaughtSignal
    #expect(isKilled, "the build was faster than the test")
    #expect(try Site(old.folder).difference(old) == [])
    let new = try Site.build(sample, in: folder)
    #expect(new.difference(old) != [])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names).subtracting([".site.lock"]) == ["site"])
  }

  /// How many files the unfinished site has; -1 without one.
  private func written(_ folder: TemporaryFolder) throws -> Int {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasPrefix(".site.new-") {
      return FileManager.default.subpaths(atPath: folder.path(of: name))?.count ?? 0
    }
    return -1
  }
}
