import Foundation
import TestSupport
import Testing

/// The site of the sample.
struct SiteTests {
  @Test func everyPageIsSoundAndEveryLinkResolves() throws {
    PageChecks.check(try Site.sample.get())
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let folder = try TemporaryFolder()
    let sample = [Billfold.sample, "-c", Billfold.sample + "/billfold.yaml"]
    let first = try Site.sample.get()
    let second = try Site.build(
      sample + ["--jobs", "1"], in: folder, name: "elsewhere/deep/site",
      environment: ["TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "HOME": "/nonexistent"])
    #expect(first.difference(second) == [])
    // A second build over the first one changes nothing either.
    let again = try Site.build(sample + ["--jobs", "2"], in: folder, name: "elsewhere/deep/site")
    #expect(first.difference(again) == [])
  }

  @Test func theOrderOfInputsGivesTheSameBytes() throws {
    let folder = try TemporaryFolder()
    let inputs = ["billing", "licenses", "people", "subscriptions", "products.json"].map {
      Billfold.sample + "/" + $0
    }
    let date = ["--as-of", "2026-01-31"]
    let first = try Site.build(inputs + date, in: folder, name: "a")
    let second = try Site.build(inputs.reversed() + date, in: folder, name: "b")
    #expect(first.difference(second) == [])
  }

  @Test func theManifestNamesEveryFileWithItsDigest() throws {
    let folder = try TemporaryFolder()
    let site = try Site.sample.get()
    try site.copy(to: folder, name: "site")
    let manifest = try JSON(try #require(site.files["manifest.json"]))
    let listed = manifest["files"].elements
    #expect(
      listed.map { $0["path"].cell } == site.files.keys.filter { $0 != "manifest.json" }.sorted())
    for file in listed {
      #expect(file["bytes"].int == site.files[file["path"].cell]?.count)
    }
    let digests = try Tool.run(
      "/usr/bin/sha256sum", listed.map { $0["path"].cell }, folder: folder.path(of: "site")
    ).split(separator: "\n").map { String($0.prefix(64)) }
    #expect(digests == listed.map { $0["sha256"].cell })
    #expect(manifest["as_of"].string == "2026-01-31")
    let inputs = manifest["inputs"].elements.map { $0["path"].cell }
    #expect(inputs.contains("people/users.csv") && inputs == inputs.sorted())
  }

  @Test func theDataFilesAreWhatTheReportsPrint() throws {
    let site = try Site.sample.get()
    for report in FiguresTests.reports where !report.hasPrefix("export") {
      for format in ["csv", "json"] {
        let printed = try Billfold.run([
          "report", report, Billfold.sample, "--as-of", "2026-01-31", "--format", format,
        ])
        #expect(site.files["data/\(report).\(format)"] == printed.bytes, "\(report).\(format)")
      }
    }
  }

  @Test func theReportDateIsTheOnlyDayAndNoPathOfTheMachineIsInIt() throws {
    let site = try Site.sample.get()
    for (path, bytes) in site.files {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains(site.folder) && !text.contains(Billfold.root), "\(path)")
    }
  }
}
