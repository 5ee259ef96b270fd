import Foundation
import TestSupport
import Testing

/// A bad build never touches the site that stands: one clear line, the right exit code, the same bytes.
struct BuildRefusalTests {
  private static let tables = [
    "in/products.csv": "product_id,product_name,kind\nP,Product,microsoft\n",
    "in/s.csv": "subscription_id,product_id,quantity,status\nS,P,3,active\n",
    "in/users.csv": "user_principal_name\na@x.example\n",
  ]

  /// A small site, and the folder that it was made from.
  private func published() throws -> (folder: TemporaryFolder, site: Site) {
    let folder = try TemporaryFolder()
    for (name, text) in Self.tables { try folder.write(text, to: name) }
    return (folder, try Site.build(["in", "--as-of", "2026-01-31"], in: folder))
  }

  /// Runs a build that has to fail, and checks that nothing has changed.
  private func refuse(
    _ arguments: [String], _ code: Int32, saying words: String, _ folder: TemporaryFolder,
    _ site: Site, lines: Int? = 1
  ) throws {
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let outcome = try Billfold.run(
      ["build", "--as-of", "2026-01-31"] + arguments, folder: folder.path)
    #expect(outcome.code == code, "\(arguments): \(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.bytes.isEmpty)
    if let lines { #expect(outcome.errorLines.count == lines, "\(outcome.errors)") }
    #expect(try Site(site.folder).difference(site) == [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
  }

  @Test func inputsThatAreNotThere() throws {
    let (folder, site) = try published()
    try refuse(["nowhere", "-o", "site"], 3, saying: "nowhere", folder, site)
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "empty"), withIntermediateDirectories: false)
    try refuse(["empty", "-o", "site"], 3, saying: "empty", folder, site)
    try folder.write("product_id,product_name,kind\n", to: "headers/p.csv")
    try refuse(["headers", "-o", "site"], 3, saying: "no row", folder, site)
    try folder.write("shoe,size\n1,2\n", to: "shoes/s.csv")
    try refuse(["shoes", "-o", "site"], 3, saying: "no row", folder, site)
  }

  @Test func tablesThatAreLost() throws {
    let (folder, site) = try published()
    try folder.write("user_principal_name\n", to: "in/users.csv")
    try refuse(["in", "-o", "site"], 3, saying: "users", folder, site)
    try folder.write("expect: [invoices]\n", to: "b.yaml")
    try refuse(
      ["in", "-o", "site", "-c", "b.yaml", "--allow-missing", "users"], 3, saying: "invoices",
      folder, site)
    let outcome = try Billfold.run(
      ["build", "in", "-o", "site", "--allow-missing", "users", "--as-of", "2026-01-31"],
      folder: folder.path)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try Site(site.folder).difference(site) != [])
  }

  @Test func errorsWhenStrict() throws {
    let (folder, site) = try published()
    try folder.write("user_principal_name,created_on\na,never\nb,2025-01-01\n", to: "in/users.csv")
    try refuse(["in", "-o", "site", "--strict"], 1, saying: "--strict", folder, site)
    let outcome = try Billfold.run(
      ["build", "in", "-o", "site", "--fail-on", "error", "--as-of", "2026-01-31"],
      folder: folder.path)
    #expect(outcome.code == 1)
    #expect(try Site(site.folder).difference(site) != [])
  }

  @Test func foldersThatMayNotBeReplaced() throws {
    let (folder, site) = try published()
    try folder.write("mine", to: "foreign/letter.txt")
    try refuse(["in", "-o", "foreign"], 4, saying: "foreign", folder, site)
    #expect(folder.text(of: "foreign/letter.txt") == "mine")
    try folder.write("mine", to: "file")
    try refuse(["in", "-o", "file"], 4, saying: "file", folder, site)
    try refuse(["in", "-o", "file/below"], 4, saying: "file", folder, site)
    for output in ["/", ".", "..", folder.path, "in", "/proc/site"] {
      try refuse(["in", "-o", output], 4, saying: "billfold: ", folder, site)
    }
    try refuse(["in"], 2, saying: "-o DIR", folder, site)
  }

  @Test func templatesThatDoNotParse() throws {
    let (folder, site) = try published()
    let theme = Billfold.root + "/templates"
    try FileManager.default.copyItem(atPath: theme, toPath: folder.path(of: "t"))
    try folder.write(
      "---\ntitle: x\n---\nfine\n{% fro x in report.rows %}\n", to: "t/reports/license-usage.md")
    try refuse(
      ["in", "-o", "site", "--templates", "t"], 4, saying: "reports/license-usage.md:5:4: ", folder,
      site, lines: nil)
    try folder.write("{{ 'x' | nofilter }}", to: "t/reports/license-usage.md")
    try refuse(
      ["in", "-o", "site", "--templates", "t"], 4, saying: "nofilter", folder, site, lines: nil)
    try refuse(["in", "-o", "site", "--templates", "nowhere"], 4, saying: "nowhere", folder, site)
    try folder.write("title: [x\n", to: "bad.yaml")
    try refuse(
      ["in", "-o", "site", "-c", "bad.yaml"], 2, saying: "bad.yaml:", folder, site, lines: nil)
    try folder.write("sitee: {}\n", to: "bad.yaml")
    try refuse(
      ["in", "-o", "site", "-c", "bad.yaml"], 2, saying: "unknown-key", folder, site, lines: nil)
  }

  @Test func anotherBuildInTheSameFolder() throws {
    let (folder, site) = try published()
    // util-linux's flock holds the lock that a running build has.
    let holder = Process()
    holder.executableURL = URL(filePath: "/usr/bin/flock")
    holder.arguments = ["--close", folder.path(of: ".site.lock"), "cat"]
    let end = Pipe()
    holder.standardInput = end
    try holder.run()
    defer {
      try? end.fileHandleForWriting.close()
      holder.waitUntilExit()
    }
    for _ in 0..<100 where !isLocked(folder) { usleep(20_000) }
    try refuse(["in", "-o", "site"], 4, saying: "billfold: ", folder, site)
  }

  private func isLocked(_ folder: TemporaryFolder) -> Bool {
    let probe = Process()
    probe.executableURL = URL(filePath: "/usr/bin/flock")
    probe.arguments = ["-n", folder.path(of: ".site.lock"), "true"]
    guard (try? probe.run()) != nil else { return true }
    probe.waitUntilExit()
    return probe.terminationStatus != 0
  }
}
