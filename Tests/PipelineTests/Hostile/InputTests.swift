import Foundation
import TestSupport
import Testing

/// Files and folders as file systems hold them.
struct InputTests {
  private static let product = "product_id,product_name,kind\nP,Product,microsoft\n"
  private static let other = "product_id,product_name,kind\nQ,Product,microsoft\n"

  private func validated(
    _ inputs: [String], folder: String? = nil, code: Int32 = 0
  ) throws -> JSON {
    let outcome = try Billfold.run(
      ["validate", "--as-of", "2026-01-31", "--format", "json"] + inputs, folder: folder)
    #expect(outcome.code == code, "\(outcome.errors)")
    return try JSON(outcome.bytes)
  }

  private func files(_ json: JSON) -> [String] { json["files"].elements.map { $0["file"].cell } }

  @Test func filesOfTwoFoldersKeepTheirOwnNames() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.product, to: "a/jan/x.csv")
    try folder.write(Self.other, to: "b/jan/x.csv")
    try folder.write(Self.other, to: "b/jan/y.csv")
    let (first, second) = (folder.path(of: "a/jan"), folder.path(of: "b/jan"))
    let json = try validated([first, second])
    #expect(files(json) == [first + "/x.csv", second + "/x.csv", "y.csv"])
    #expect(try validated([second, first]) == json)
    try folder.write("product_id,product_name,kind\nR,Product,microsoft\n", to: "feb/x.csv")
    #expect(files(try validated([first, folder.path(of: "feb")])) == ["feb/x.csv", "jan/x.csv"])
  }

  @Test func aFileGivenByNameAndOneOfTheSameNameInAFolderAreBothRead() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.product, to: "x.csv")
    try folder.write(Self.other, to: "in/x.csv")
    let json = try validated(["x.csv", "in"], folder: folder.path)
    #expect(files(json) == ["in/x.csv", "x.csv"])
  }

  @Test func aFileThatCanBeReachedInTwoWaysIsReadOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.product, to: "in/deep/deeper/deepest/x.csv")
    let inner = folder.path(of: "in/deep")
    #expect(files(try validated([folder.path(of: "in"), inner])) == ["deep/deeper/deepest/x.csv"])
    #expect(files(try validated([inner, inner + "/"])) == ["deeper/deepest/x.csv"])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "in/latest.csv"), withDestinationPath: "deep/deeper/deepest/x.csv")
    #expect(try validated([folder.path(of: "in")])["findings"].elements.isEmpty)
  }

  @Test func linksThatLeadInCirclesEnd() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.product, to: "in/a/x.csv")
    for (link, target) in [("in/one", "."), ("in/a/two", ".."), ("in/a/three", "../a")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(of: link), withDestinationPath: target)
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "in/gone.csv"), withDestinationPath: "nowhere")
    #expect(files(try validated([folder.path(of: "in")])) == ["a/x.csv"])
  }

  @Test func whatOnlyLooksLikeAFileStopsNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.product, to: "in/x.csv/inside.csv")
    try folder.write(Self.product, to: "in/.hidden.csv")
    try folder.write("hello", to: "in/README.md")
    let made = Process()
    made.executableURL = URL(filePath: "/usr/bin/mkfifo")
    made.arguments = [folder.path(of: "in/pipe.csv")]
    try made.run()
    made.waitUntilExit()
    let json = try validated([folder.path(of: "in")], code: 1)
    #expect(Validated.findings(json) == ["pipe.csv:-:- unreadable-file"])
    #expect(
      Validated.books(json) == ["pipe.csv null 0 0 0 0", "x.csv/inside.csv products 1 1 0 0"])
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func whatMayNotBeReadStopsNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.product, to: "in/good.csv")
    try folder.write(Self.other, to: "in/secret.csv")
    try folder.write(Self.other, to: "in/closed/y.csv")
    for name in ["in/secret.csv", "in/closed"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: folder.path(of: name))
    }
    let json = try validated([folder.path(of: "in")], code: 1)
    #expect(
      Validated.findings(json) == ["closed:-:- unreadable-file", "secret.csv:-:- unreadable-file"])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: folder.path(of: "in/closed"))
  }

  @Test func withoutAnythingToReadTheRunEndsWithThree() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "in/README.md")
    for input in ["in", "nowhere"] {
      for command in [["validate"], ["report", "users"], ["export", "users"]] {
        let outcome = try Billfold.run(command + [input, "--format", "json"], folder: folder.path)
        #expect(outcome.code == 3)
        #expect(outcome.bytes.isEmpty)
        #expect(outcome.errorLines.count == 1)
        #expect(outcome.errors.contains(input))
      }
    }
    try folder.write("shoe,size\n1,2\n", to: "in/shoes.csv")
    #expect(try Billfold.run(["report", "users", "in"], folder: folder.path).code == 3)
  }

  @Test func namesNeverReachTheTerminalRaw() throws {
    let folder = try TemporaryFolder()
    let escape = "\u{1B}[31m\u{202E}"
    try folder.write(
      "user_principal_name,x\(escape),created_on\na\(escape)@x.example,1,never\n",
      to: "in/\(escape).csv")
    let runs = [
      ["validate", "in"], ["validate", "in/\(escape)"], ["report", escape, "in"], [escape],
      ["validate", "in", "--\(escape)"], ["validate", "in", "--as-of", escape],
      ["export", "users", "in", "--subscription", escape], ["inspect", "in/\(escape).csv"],
      ["validate", "in", "-c", escape], ["rules", escape], ["render", escape],
    ]
    for words in runs {
      let outcome = try Billfold.run(words, folder: folder.path)
      let shown = outcome.errors + (words[0] == "export" ? "" : outcome.output)
      #expect(!shown.isEmpty, "\(words)")
      let isSafe = !shown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }
      #expect(isSafe, "\(words)")
    }
  }
}
