import FoundationEssentials
import TestSupport
import Testing

@testable import Rendering

/// Loading themes: the embedded one, a user's folder, and what is wrong with one.
struct ThemeTests {
  @Test func embeddedThemeIsTheFolderByteForByte() throws {
    let root = TestSite.packageRoot + "/templates"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root).sorted().filter { path in
      var isFolder = false
      return FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isFolder)
        && !isFolder
    }
    #expect(Theme.defaultFiles.map(\.path) == paths)
    for file in Theme.defaultFiles {
      let data = try #require(FileManager.default.contents(atPath: root + "/" + file.path))
      let isSame = Array(data) == file.bytes
      #expect(isSame, "\(file.path): run .ci/embed-files and build again")
    }
  }

  @Test func fileOfTheUserReplacesItsOwnOnly() throws {
    let folder = try TemporaryFolder()
    try folder.write("<p>Mine: {{ site.title }}</p>{{ content }}", to: "layout.html")
    let theme = try Theme(folder: folder.path, asOf: TestSite.day("2026-01-31"))
    let pages = try TestSite(SmallTenant.files).rendered(theme)
    #expect(pages["index.html"]?.hasPrefix("<p>Mine: billfold</p>") == true)
    #expect(pages["products/crm.html"]?.contains("Figures by currency") == true)
    #expect(theme.sha256 != (try TestSite.theme()).sha256)
  }

  @Test(arguments: [("{value} & {value}", "crm &amp; crm"), ("no id", "no id")])
  func wordsBelowNameTheirValueAsOftenAsTheyLike(phrase: String, html: String) throws {
    let text = "column: {product_id: {below: \"\(phrase)\"}}"
    let file = ThemeFile(path: "locales/de.yaml", bytes: Array(text.utf8))
    let theme = try Theme(files: [file], language: "de", asOf: TestSite.day("2026-01-31"))
    let pages = try TestSite(SmallTenant.files).rendered(theme)
    let page = try #require(pages["license-usage/index.html"])
    #expect(page.contains("<span class=\"sub id\">\(html)</span>"))
    #expect(!page.contains("\u{FFFC}"))
  }

  @Test func everySyntaxErrorIsReportedWithItsPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("<p>\n{% fro x in y %}</p>", to: "layout.html")
    try folder.write("---\norder: 1\n---\nfine\n\n{{ report | mony }}\n", to: "reports/users.md")
    try folder.write("---\ntitel: x\n---\n", to: "pages/index.html")
    try folder.write("ui: {skip: [}", to: "locales/en.yaml")
    let error = try #require(throws: ThemeError.self) {
      try Theme(folder: folder.path, asOf: TestSite.day("2026-01-31"))
    }
    let places = error.problems.map { "\($0.file):\($0.line ?? 0):\($0.column ?? 0)" }
    #expect(
      places == [
        "layout.html:2:4", "locales/en.yaml:1:13", "pages/index.html:2:1", "reports/users.md:6:13",
      ])
    #expect(error.description.contains("unknown tag 'fro' (did you mean 'for'?)"))
    #expect(error.description.contains("    6 | {{ report | mony }}"))
  }

  @Test func errorsWhileRenderingNameTheLineOfTheFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("---\norder: 1\n---\n\n{{ report.nmae }}\n", to: "reports/users.md")
    let theme = try Theme(folder: folder.path, asOf: TestSite.day("2026-01-31"))
    let error = try #require(throws: RenderingError.self) {
      try TestSite(SmallTenant.files).rendered(theme)
    }
    guard case .template(let problem) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(problem.file == "reports/users.md")
    #expect(problem.line == 5)
    #expect(problem.message == "unknown property 'nmae' (did you mean 'name'?)")
  }

  @Test func nothingOutsideTheFolderIsRead() throws {
    let outside = try TemporaryFolder()
    try outside.write("secret", to: "layout.html")
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "layout.html"), withDestinationPath: outside.path(of: "layout.html"))
    let error = try #require(throws: ThemeError.self) {
      try Theme(folder: folder.path, asOf: TestSite.day("2026-01-31"))
    }
    #expect(
      error.description == "layout.html: error: the link leads out of the folder of templates")
    #expect(throws: ThemeError.self) {
      try Theme(folder: folder.path(of: "absent"), asOf: TestSite.day("2026-01-31"))
    }
  }

  @Test func partialsOutsideTheThemeAreNotFound() throws {
    let folder = try TemporaryFolder()
    try folder.write("{% render '../../etc/passwd' %}", to: "layout.html")
    let theme = try Theme(folder: folder.path, asOf: TestSite.day("2026-01-31"))
    let error = try #require(throws: RenderingError.self) {
      try TestSite(SmallTenant.files).rendered(theme)
    }
    #expect(error.description.contains("there is no template '../../etc/passwd'"))
  }
}
