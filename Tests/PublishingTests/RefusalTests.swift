import FoundationEssentials
import Publishing
import TestSupport
import Testing

struct RefusalTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(arguments: ["/", "//", "/tmp/..", "/."])
  func root(path: String) {
    #expect(throws: PublishingError.rootFolder) { try SitePublication(at: path, inputs: []) }
  }

  @Test(arguments: [".", "", "..", "./", "Tests/.."])
  func workingFolderAndThoseAboveIt(path: String) throws {
    let error = #expect(throws: PublishingError.self) { try SitePublication(at: path, inputs: []) }
    guard case .holdsWorkingFolder? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func inputsAndFoldersAroundThem() throws {
    try folder.write("a", to: "exports/june/a.csv")
    let exports = folder.path(of: "exports")
    let file = folder.path(of: "exports/june/a.csv")
    for (site, input) in [(exports, exports), (exports, file), (folder.path, exports)] {
      #expect(throws: PublishingError.holdsInput(site, input: input)) {
        try SitePublication(at: site, inputs: [input])
      }
    }
    #expect(try folder.files() == ["exports/june/a.csv"])
  }

  @Test func linksDoNotHideAnInput() throws {
    try folder.write("a", to: "exports/a.csv")
    let link = folder.path(of: "link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "exports")
    let exports = folder.path(of: "exports")
    #expect(throws: PublishingError.holdsInput(exports, input: exports)) {
      try SitePublication(at: link, inputs: [exports])
    }
  }

  @Test func foldersThatAreNotOurs() throws {
    try folder.write("mine", to: "photos/a.jpg")
    try folder.write("{\"name\": \"app\"}", to: "app/manifest.json")
    try folder.write("{\"version\": ", to: "broken/manifest.json")
    for name in ["photos", "app", "broken"] {
      let path = folder.path(of: name)
      #expect(throws: PublishingError.foreignFolder(path)) {
        try SitePublication(at: path, inputs: [])
      }
    }
    #expect(try folder.files() == ["app/manifest.json", "broken/manifest.json", "photos/a.jpg"])
  }

  @Test func aFile() throws {
    try folder.write("x", to: "site")
    let path = folder.path(of: "site")
    #expect(throws: PublishingError.notAFolder(path)) { try SitePublication(at: path, inputs: []) }
    #expect(folder.text(of: "site") == "x")
  }

  @Test func anEmptyFolderIsFine() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "site"), withIntermediateDirectories: false)
    try publish(["index.html": "one"], at: folder.path(of: "site"))
    #expect(folder.text(of: "site/index.html") == "one")
  }

  @Test func aSiteThatIsALinkIsReplacedWhereItIs() throws {
    try publish(["index.html": "one"], at: folder.path(of: "real"))
    let link = folder.path(of: "link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real")
    try publish(["index.html": "two"], at: link)
    #expect(folder.text(of: "real/index.html") == "two")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real")
  }

  @Test func linksInTheOldSiteAreNotFollowed() throws {
    try folder.write("precious", to: "elsewhere/file")
    try publish(["index.html": "one"], at: folder.path(of: "site"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "site/link"), withDestinationPath: folder.path(of: "elsewhere"))
    try publish(["index.html": "two"], at: folder.path(of: "site"))
    #expect(folder.text(of: "elsewhere/file") == "precious")
    #expect(try folder.files(below: "site") == ["index.html", "manifest.json"])
  }
}
