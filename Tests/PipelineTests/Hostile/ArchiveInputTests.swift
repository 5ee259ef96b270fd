import Foundation
import TestSupport
import Testing

/// Archives, encodings and standard input, through the program.
struct ArchiveInputTests {
  private static let header = "user_principal_name,display_name,created_on\n"
  private static let users = header + "ann@x.example,Ann,2025-01-01\nzoë@x.example,Zoë,never\n"
  private static let products = "product_id,product_name,kind\nP,Product,microsoft\n"

  private static let zip = ZipBytes.of([("in/users.csv", users), ("products.csv", products)])

  private static func utf16(_ text: String) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test(arguments: [
    HostileCase(
      "gzip", "u.csv.gz", GzipBytes.of(users), findings: ["u.csv.gz:3:21 bad-date"],
      books: ["u.csv.gz users 2 1 1 0"]),
    HostileCase(
      "zip", "u.zip", zip,
      findings: ["u.zip!in/users.csv:3:21 bad-date", "u.zip!products.csv:2:1 duplicate-key"],
      books: ["u.zip!in/users.csv users 2 1 1 0", "u.zip!products.csv products 1 0 1 0"]),
    HostileCase(
      "UTF-16", "u.csv", utf16(users), findings: ["u.csv:3:21 bad-date"],
      books: ["u.csv users 2 1 1 0"]),
    HostileCase(
      "PowerShell's first line", "u.csv", "#TYPE System.Object\r\n" + users,
      findings: ["u.csv:4:21 bad-date"], books: ["u.csv users 2 1 1 0"]),
    HostileCase(
      "gzip that is cut off", "u.csv.gz", Array(GzipBytes.of(users).dropLast(4)),
      findings: ["u.csv.gz:-:- unreadable-file"], books: ["u.csv.gz null 0 0 0 0"]),
    HostileCase(
      "a bomb beside a good member", "u.zip",
      bomb(), findings: ["u.zip!bomb.csv:-:- unreadable-file", "u.zip!users.csv:3:21 bad-date"],
      books: ["u.zip!bomb.csv null 0 0 0 0", "u.zip!users.csv users 2 1 1 0"]),
  ])
  func isReadLikeTheFilesThemselves(_ item: HostileCase) throws {
    try item.check()
  }

  private static func bomb() -> [UInt8] {
    var zip = ZipBytes()
    zip.add("bomb.csv", Array(header.utf8) + [UInt8](repeating: 48, count: 8 << 20))
    zip.add("users.csv", Array(users.utf8))
    return zip.finished()
  }

  @Test func standardInputIsReadByEveryCommand() throws {
    let inputs = [Array(Self.users.utf8), GzipBytes.of(Self.users), Self.utf16(Self.users)]
    for input in inputs {
      let outcome = try Billfold.run(
        ["validate", "-", "--as-of", "2026-01-31", "--format", "json"], input: input)
      let json = try JSON(outcome.bytes)
      #expect(Validated.findings(json) == ["-:3:21 bad-date"])
      #expect(Validated.books(json) == ["- users 2 1 1 0"])
      let shown = try Billfold.run(["inspect", "-", "--format", "json"], input: input)
      #expect(try JSON(shown.bytes)["row_count"].int == 2)
    }
    let report = try Billfold.run(
      ["report", "users", "-", "--as-of", "2026-01-31", "--format", "json"], input: Self.zip)
    #expect(report.code == 0)
    let export = try Billfold.run(["export", "users", "-"], input: Self.zip)
    #expect(export.code == 0)
  }

  @Test func standardInputStandsBesideFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.products, to: "p.csv")
    let outcome = try Billfold.run(
      ["validate", folder.path, "-", "--as-of", "2026-01-31", "--format", "json"],
      input: Array(Self.users.utf8))
    #expect(
      Validated.books(try JSON(outcome.bytes)) == ["- users 2 1 1 0", "p.csv products 1 1 0 0"])
  }

  @Test func aSiteIsBuiltFromStandardInputAndShowsTheRawText() throws {
    let folder = try TemporaryFolder()
    let outcome = try Billfold.run(
      ["build", "-", "-o", folder.path(of: "site"), "--as-of", "2026-01-31"], input: Self.zip)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let pages = try folder.files(below: "site/quarantine").compactMap {
      folder.text(of: "site/quarantine/" + $0)
    }
    #expect(pages.contains { $0.contains("zoë@x.example,Zoë,never") })
    let manifest = try JSON(Array((folder.text(of: "site/manifest.json") ?? "").utf8))
    #expect(
      manifest["inputs"].elements.map { $0["path"].cell } == ["-!in/users.csv", "-!products.csv"])
  }

  @Test func theManifestHasTheDigestOfTheFilesOwnBytes() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.utf16(Self.users), to: "in/u.csv")
    try folder.write(GzipBytes.of(Self.products), to: "in/p.csv.gz")
    let outcome = try Billfold.run(
      ["build", folder.path(of: "in"), "-o", folder.path(of: "site"), "--as-of", "2026-01-31"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let manifest = try JSON(Array((folder.text(of: "site/manifest.json") ?? "").utf8))
    for input in manifest["inputs"].elements {
      let path = folder.path(of: "in/" + input["path"].cell)
      #expect(
        try Tool.run("/usr/bin/sha256sum", [path], folder: "/").hasPrefix(input["sha256"].cell))
    }
  }

  @Test func membersAreInspectedByName() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.zip, to: "x.zip")
    let path = folder.path(of: "x.zip")
    let first = try JSON(try Billfold.run(["inspect", path, "--format", "json"]).bytes)
    #expect(first["file"].cell == path + "!in/users.csv")
    #expect(
      first["members"].elements.map(\.cell) == [path + "!in/users.csv", path + "!products.csv"])
    let named = try JSON(
      try Billfold.run(["inspect", path + "!products.csv", "--format", "json"]).bytes)
    #expect(named["table"].cell == "products")
    let absent = try Billfold.run(["inspect", path + "!other.csv"])
    #expect(absent.code == 3)
    #expect(absent.errors.contains("the archive has no member of that name"))
  }

  @Test func theConfigurationSetsLimitsAndEncodings() throws {
    let folder = try TemporaryFolder()
    try folder.write(GzipBytes.of(Self.users), to: "in/u.csv.gz")
    try folder.write(Array(Self.utf16(Self.products).dropFirst(2)), to: "le/p.csv")
    try folder.write(
      """
      inputs: [{path: in}, {path: le, encoding: utf-16le}]
      limits: {expanded_bytes: 50, ratio: 7}
      """, to: "billfold.yaml")
    let outcome = try Billfold.run(
      ["validate", "-c", folder.path(of: "billfold.yaml"), "--format", "json"])
    let json = try JSON(outcome.bytes)
    #expect(outcome.errors == "")
    #expect(Validated.findings(json) == ["u.csv.gz:-:- unreadable-file"])
    #expect(json["findings"].elements[0]["message"].cell.contains("more than 50 bytes"))
    #expect(Validated.books(json).first == "p.csv products 1 1 0 0")
  }
}
