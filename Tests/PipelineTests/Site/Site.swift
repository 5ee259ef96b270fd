import Foundation
import TestSupport
import Testing

/// A site on the disk, and how to make one.
struct Site {
  let folder: String
  /// The files by path.
  let files: [String: [UInt8]]

  init(_ folder: String) throws {
    self.folder = folder
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      guard let data = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
      files[path] = Array(data)
    }
    self.files = files
  }

  /// Publishes the sample, or something else, and hands out what stands in the folder then.
  static func build(
    _ arguments: [String] = [Billfold.sample, "-c", Billfold.sample + "/billfold.yaml"],
    in folder: TemporaryFolder, name: String = "site", environment: [String: String] = [:]
  ) throws -> Site {
    let outcome = try Billfold.run(
      ["build"] + arguments + ["-o", folder.path(of: name)], environment: environment,
      folder: folder.path)
    try #require(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.bytes.isEmpty)
    return try Site(folder.path(of: name))
  }

  /// The site of the sample, made once for all tests that only look at it.
  static let sample = Result {
    let folder = try TemporaryFolder()
    return try build(in: folder)
  }

  /// Puts the site into a folder.
  func copy(to folder: TemporaryFolder, name: String) throws {
    for (path, bytes) in files { try folder.write(bytes, to: name + "/" + path) }
  }

  /// The pages by path.
  var pages: [String: Page] {
    files.filter { $0.key.hasSuffix(".html") }.mapValues { Page($0) }
  }

  /// The paths that differ between two sites.
  func difference(_ other: Site) -> [String] {
    Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
  }
}

/// What must be true of every page, whatever the data says.
enum PageChecks {
  static func check(_ site: Site) {
    let pages = site.pages
    #expect(pages.count > 10)
    let names = pages.mapValues { page in Set(page.elements.compactMap { $0["id"] }) }
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
      var problems = page.problems
      problems += Self.frame(page)
      for element in page.elements { problems += Self.forbidden(element) }
      problems += Self.links(page, at: path, site, names)
      let ids = page.elements.compactMap { $0["id"] }
      if Set(ids).count != ids.count { problems.append("an id stands twice") }
      if !problems.isEmpty {
        Issue.record("\(path): \(problems.prefix(6).joined(separator: "; "))")
      }
    }
    checkNames(site)
  }

  private static func frame(_ page: Page) -> [String] {
    var problems: [String] = []
    for name in ["html", "head", "body", "main", "h1"] {
      let count = page.elements.count { $0.name == name }
      if count != 1 { problems.append("\(count) <\(name)>") }
    }
    // Bars of a chart have titles too, behind the head.
    let head = page.elements.prefix { $0.name != "body" }
    if head.count(where: { $0.name == "title" }) != 1 { problems.append("not one title") }
    if page.elements.first(where: { $0.name == "html" })?["lang"]?.isEmpty != false {
      problems.append("no language")
    }
    let policy = page.elements.first { $0["http-equiv"] == "Content-Security-Policy" }?["content"]
    let words = policy ?? ""
    if !words.hasPrefix("default-src 'none'") || words.contains("unsafe") || words.contains("http")
      || words.contains("frame-ancestors")
    {
      problems.append("policy \(words)")
    }
    return problems
  }

  private static func forbidden(_ element: Page.Element) -> [String] {
    var problems: [String] = []
    if ["style", "iframe", "object", "embed", "base", "form"].contains(element.name) {
      problems.append("<\(element.name)>")
    }
    if element.name == "script", element["src"] == nil || element.hasText {
      problems.append("an inline script")
    }
    for (name, value) in element.attributes {
      if name == "style" || name.hasPrefix("on") || name == "srcdoc" { problems.append(name) }
      let isLink = ["href", "src", "srcset", "action", "poster", "data", "xlink:href"].contains(
        name)
      if element.name == "a", name == "href", isAdminCenter(value) { continue }
      if isLink, value.contains(":") || value.hasPrefix("/") {
        problems.append("\(name)=\(value)")
      }
    }
    return problems
  }

  /// A page of the admin center: nothing is loaded from there, people go there.
  private static func isAdminCenter(_ link: String) -> Bool {
    link.hasPrefix("https://go.microsoft.com/fwlink/p/?linkid=")
  }

  /// Every link leads to a file of the site, and its fragment to an element there.
  private static func links(
    _ page: Page, at path: String, _ site: Site, _ names: [String: Set<String>]
  ) -> [String] {
    var problems: [String] = []
    for element in page.elements {
      guard let link = element["href"] ?? element["src"], !isAdminCenter(link) else { continue }
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target =
        parts[0].isEmpty ? path : resolve(decoded(String(parts[0])), from: path)
      if site.files[target] == nil {
        problems.append("\(link) leads nowhere")
      } else if parts.count == 2, names[target]?.contains(decoded(String(parts[1]))) != true {
        problems.append("\(link): nothing has that id")
      }
    }
    return problems
  }

  private static func resolve(_ link: String, from path: String) -> String {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  private static func decoded(_ link: String) -> String {
    link.removingPercentEncoding ?? link
  }

  /// Paths that every file system takes, and that differ in more than case.
  private static func checkNames(_ site: Site) {
    let reserved = ["con", "prn", "aux", "nul", "com1", "lpt1"]
    for path in site.files.keys {
      for part in path.split(separator: "/") {
        let isPlain = part.utf8.allSatisfy { byte in
          (97...122).contains(byte) || (48...57).contains(byte) || "._~-".utf8.contains(byte)
        }
        #expect(
          isPlain && !part.hasSuffix(".") && part != ".." && part.utf8.count <= 80,
          "\(path)")
        let stem = part.split(separator: ".").first.map(String.init) ?? ""
        #expect(!reserved.contains(stem), "\(path)")
      }
    }
  }
}
