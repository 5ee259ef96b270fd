import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes, whatever the machine is like.
struct DeterminismTests {
  static let commands = [
    ["validate", "--format", "json"], ["validate", "--format", "text"],
    ["report", "license-usage", "--format", "json"], ["report", "users", "--format", "csv"],
    ["report", "apps", "--format", "json"], ["export", "users", "--format", "csv"],
  ]

  private func output(
    _ words: [String], _ inputs: [String], _ more: [String] = [],
    environment: [String: String] = [:]
  ) throws -> [UInt8] {
    let outcome = try Billfold.run(
      words + inputs + ["--as-of", "2026-01-31"] + more, environment: environment)
    #expect([0, 1].contains(outcome.code), "\(outcome.errors)")
    return outcome.bytes
  }

  @Test(arguments: commands)
  func threadsLocaleTimeZoneAndMachineChangeNothing(words: [String]) throws {
    let sample = [Billfold.sample]
    let expected = try output(words, sample)
    #expect(!expected.isEmpty)
    #expect(try output(words, sample, ["--jobs", "1"]) == expected)
    #expect(try output(words, sample, ["--jobs", "2"]) == expected)
    let elsewhere = ["TZ": "America/St_Johns", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"]
    #expect(try output(words, sample, environment: elsewhere) == expected)
    #expect(
      try output(words, sample, environment: ["LC_ALL": "C", "TZ": "Asia/Tokyo"]) == expected)
  }

  @Test(arguments: commands)
  func theOrderOfInputsChangesNothing(words: [String]) throws {
    let folders = ["billing", "licenses", "people", "subscriptions", "products.json"]
      .map { Billfold.sample + "/" + $0 }
    let expected = try output(words, folders)
    #expect(try output(words, folders.reversed()) == expected)
  }

  /// A file that is large enough to be read in parts, with the people known before, and more findings than
  /// are printed at once: each is there once, in order, however many threads there are.
  @Test func aLargeFileIsReadAndPrintedAlike() throws {
    let folder = try TemporaryFolder()
    let users = (0..<5000).map { "user\($0)@contoso.example,Sales\n" }
    try folder.write("user_principal_name,department\n" + users.joined(), to: "users.csv")
    let rows = (0..<60_000).map { row in
      let person =
        row % 20 == 7 ? "Ghost\(row)@contoso.example" : "User\(row % 5000)@contoso.example"
      return "subscription-number-\(row / 5000),\(person),2026-01-05,A person of some department\n"
    }
    let header = "subscription_id,assignee_id,assigned_on,display_name\n"
    try folder.write(header + rows.joined(), to: "licenses.csv")
    let words = ["validate", "--format", "json"]
    let expected = try output(words, [folder.path], ["--jobs", "1"])
    for jobs in ["2", "3"] {
      #expect(try output(words, [folder.path], ["--jobs", jobs]) == expected)
    }
    let document = try JSONSerialization.jsonObject(with: Data(expected)) as? [String: Any]
    let findings = try #require(document?["findings"] as? [[String: Any]])
    let ghosts = findings.filter { $0["rule"] as? String == "unknown-user" }
    #expect(ghosts.map { $0["line"] as? Int } == (0..<3000).map { $0 * 20 + 9 })
  }

  /// What no report may depend on: which row of an export comes first in its file.
  @Test func theOrderOfRowsChangesNoFigure() throws {
    let folder = try TemporaryFolder()
    for name in ["products.json", "subscriptions/central.csv", "people/group-members.ndjson"] {
      try folder.write(
        Array(FileManager.default.contents(atPath: Billfold.sample + "/" + name) ?? Data()),
        to: name)
    }
    let lines = try String(
      contentsOfFile: Billfold.sample + "/licenses/assignments.csv", encoding: .utf8
    ).split(separator: "\n")
    try folder.write(lines.joined(separator: "\n"), to: "l.csv")
    let words = ["report", "license-usage", "--format", "json"]
    let expected = try output(words, [folder.path])
    let reversed = [lines[0]] + lines.dropFirst().reversed()
    try folder.write(reversed.joined(separator: "\n"), to: "l.csv")
    #expect(try output(words, [folder.path]) == expected)
  }
}
