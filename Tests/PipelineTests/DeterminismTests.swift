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
