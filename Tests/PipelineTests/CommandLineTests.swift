import TestSupport
import Testing

/// What the command line takes, and how it says no.
struct CommandLineTests {
  @Test(arguments: [
    (["validat", "x"], "validate"), (["validate", ".", "--as-off", "x"], "--as-of"),
    (["report", "license-usag", "."], "license-usage"), (["export", "user", "."], "users"),
    (["validate", ".", "--format", "jsn"], "json"), (["rules", "bad-dat"], "bad-date"),
  ])
  func nearMissesAreSuggested(words: [String], suggestion: String) throws {
    let outcome = try Billfold.run(words)
    #expect(outcome.code == 2)
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("did you mean `\(suggestion)`?"), "\(outcome.errors)")
  }

  @Test(arguments: [
    ["validate"], ["report"], ["export"], ["inspect"], ["render"], ["validate", "--as-of"],
    ["validate", ".", "--as-of", "2026-02-30"], ["validate", ".", "--as-of", "26-1-31"],
    ["validate", ".", "--as-of", "2026-01-31T00:00:00"], ["validate", ".", "--jobs", "0"],
    ["validate", ".", "--jobs", "two"], ["validate", ".", "--xyz"], ["validate", ".", "-x"],
    ["report", "users", ".", "--format", "pdf"], ["inspect", "a", "b"],
    ["validate", ".", "--as-of", "2026-01-31", "--as-of", "2026-02-28"],
    ["validate", ".", "-c", "nowhere.yaml"],
  ])
  func wrongUsageEndsWithTwoAndOneLine(words: [String]) throws {
    let outcome = try Billfold.run(words)
    #expect(outcome.code == 2)
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
  }

  @Test func everyCommandHasHelp() throws {
    let help = try Billfold.run(["--help"])
    #expect(help.code == 0)
    let lines = help.output.split(separator: "\n")
    let from = try #require(lines.firstIndex(of: "commands:"))
    let commands = lines[(from + 1)...].prefix { $0.hasPrefix("  ") }.compactMap {
      $0.split(separator: " ").first
    }
    #expect(commands.count >= 6)
    for command in commands {
      let outcome = try Billfold.run([String(command), "--help"])
      #expect(outcome.code == 0)
      #expect(outcome.output.hasPrefix("usage: billfold \(command) "))
      #expect(outcome.errors.isEmpty)
      #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 140 })
    }
    #expect(try Billfold.run([]).code == 2)
    #expect(try Billfold.run(["--version"]).output.hasPrefix("billfold "))
  }

  @Test func theReportDateComesFromTheOptionThenTheEnvironment() throws {
    let words = ["report", "users", Billfold.sample, "--format", "json"]
    let epoch = ["SOURCE_DATE_EPOCH": "1767225599"]
    func date(_ words: [String], _ environment: [String: String] = [:]) throws -> String? {
      try JSON(try Billfold.run(words, environment: environment).bytes)["as_of"].string
    }
    #expect(try date(words, epoch) == "2025-12-31")
    #expect(try date(words, ["SOURCE_DATE_EPOCH": "1767225600"]) == "2026-01-01")
    #expect(try date(words, ["SOURCE_DATE_EPOCH": "-1"]) == "1969-12-31")
    #expect(try date(words + ["--as-of", "2024-02-29"], epoch) == "2024-02-29")
    let far = epoch.merging(["TZ": "Pacific/Kiritimati"]) { $1 }
    #expect(try date(words, far) == "2025-12-31")
    let bad = try Billfold.run(words, environment: ["SOURCE_DATE_EPOCH": "tomorrow"])
    #expect(bad.code == 2)
    #expect(bad.errorLines.count == 1)
  }

  @Test func whatCannotBeWrittenEndsWithFour() throws {
    let words = ["report", "users", Billfold.sample, "--format", "json"]
    for sink in [Billfold.Sink.file("/dev/full"), .closed] {
      let outcome = try Billfold.run(words, sink: sink)
      #expect(outcome.code == 4)
      #expect(outcome.errorLines.count == 1)
      #expect(outcome.errors.contains("standard output: cannot be written"))
    }
    let closed = try Billfold.run(words, sink: .closed)
    #expect(closed.errors.contains("Bad file descriptor"))
    let folder = try TemporaryFolder()
    for target in ["nowhere/x.json", "."] {
      let outcome = try Billfold.run(words + ["-o", target], folder: folder.path)
      #expect(outcome.code == 4)
      #expect(outcome.errorLines.count == 1)
    }
    #expect(try folder.files().isEmpty)
  }

  @Test func resultsGoToTheFileThatWasNamed() throws {
    let folder = try TemporaryFolder()
    let words = ["report", "users", Billfold.sample, "--as-of", "2026-01-31", "--format", "json"]
    let printed = try Billfold.run(words)
    let written = try Billfold.run(words + ["-o", "r.json"], folder: folder.path)
    #expect(written.code == 0)
    #expect(written.bytes.isEmpty)
    #expect(try folder.files() == ["r.json"])
    #expect(folder.text(of: "r.json") == printed.output)
  }

  @Test func aPipeSeesNoProgress() throws {
    let outcome = try Billfold.run(
      ["report", "users", Billfold.sample, "--as-of", "2026-01-31", "--format", "csv"])
    #expect(outcome.errors.isEmpty)
  }
}
