import FoundationEssentials
import TestSupport
import Testing

@testable import Rendering

/// The site of the sample, as a whole.
struct SampleSiteTests {
  @Test func everyLinkLeadsToAFileOrSectionOfTheSite() throws {
    let pages = try TestSite.sample().rendered()
    try Self.writeForPictures(pages)
    let dead = LinkCheck(pages, also: ["csv", "json"]).dead
    #expect(dead.isEmpty, "\(dead.prefix(20))")
  }

  /// `BILLFOLD_DEMO=FOLDER` writes the pages there, to look at them.
  private static func writeForPictures(_ pages: [String: String]) throws {
    guard let folder = ProcessInfo.processInfo.environment["BILLFOLD_DEMO"] else { return }
    for (path, text) in pages {
      let file = URL(filePath: folder + "/" + path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }
}
