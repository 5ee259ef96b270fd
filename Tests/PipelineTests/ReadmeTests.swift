import Foundation
import TestSupport
import Testing

/// What the README says is what happens.
struct ReadmeTests {
  /// A command of the README, and what it says is printed.
  private struct Example {
    let words: [String]
    var output: [String] = []
  }

  private static func blocks() throws -> [[String]] {
    let text = try String(contentsOfFile: Billfold.root + "/README.md", encoding: .utf8)
    var blocks: [[String]] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if !isInside { blocks.append([]) }
        isInside.toggle()
      } else if isInside {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks
  }

  private static func examples() throws -> [Example] {
    var examples: [Example] = []
    for block in try blocks() where block.first?.hasPrefix("$ billfold ") == true {
      for line in block {
        if line.hasPrefix("$ ") {
          examples.append(Example(words: line.split(separator: " ").dropFirst(2).map(String.init)))
        } else {
          examples[examples.count - 1].output.append(line)
        }
      }
    }
    return examples
  }

  /// A folder in which `sample-data` is what it is beside the README.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "sample-data"), withDestinationPath: Billfold.sample)
    return folder
  }

  /// The build id changes with every change of the theme: it is the one thing that may differ.
  private static func withoutBuildID(_ line: String) -> String {
    guard let place = line.range(of: ", build ") else { return line }
    return String(line[..<place.upperBound]) + String(line[place.upperBound...].dropFirst(12))
  }

  @Test func commandsPrintWhatIsPrintedThere() throws {
    let folder = try Self.folder()
    let examples = try Self.examples()
    #expect(examples.count >= 3)
    for example in examples {
      let outcome = try Billfold.run(example.words, folder: folder.path)
      #expect([0, 1].contains(outcome.code), "\(example.words): \(outcome.errors)")
      guard !example.output.isEmpty else { continue }
      let printed = (outcome.output + outcome.errors).replacing("\r\n", with: "\n")
        .split(separator: "\n", omittingEmptySubsequences: false)
        .map { Self.withoutBuildID(String($0)) }.dropLast()
      let written = example.output.map(Self.withoutBuildID)
      if let gap = written.firstIndex(of: "…") {
        #expect(Array(printed.prefix(gap)) == Array(written[..<gap]))
        #expect(Array(printed.suffix(written.count - gap - 1)) == Array(written[(gap + 1)...]))
      } else {
        #expect(Array(printed) == written, "\(example.words)")
      }
    }
  }

  @Test func theStarterFolderAndTheConfigurationOfTheReadmeBuildASite() throws {
    let folder = try Self.folder()
    #expect(try Self.blocks().contains(["billfold init my-reports"]))
    let start = try Billfold.run(["init", "my-reports"], folder: folder.path)
    #expect(start.code == 0, "\(start.errors)")
    let theme = Billfold.root + "/templates"
    for file in FileManager.default.subpaths(atPath: theme) ?? [] {
      guard let bytes = FileManager.default.contents(atPath: theme + "/" + file) else { continue }
      let copy = folder.path(of: "my-reports/templates/" + file)
      #expect(FileManager.default.contents(atPath: copy) == bytes, "\(file) of the theme")
    }
    try FileManager.default.removeItem(atPath: folder.path(of: "my-reports/exports"))
    try FileManager.default.copyItem(
      atPath: Billfold.sample, toPath: folder.path(of: "my-reports/exports"))
    let settings = try #require(try Self.blocks().first { $0.first == "inputs:" })
    let made = try #require(folder.text(of: "my-reports/billfold.yaml"))
    for text in [made, settings.joined(separator: "\n")] {
      try folder.write(text, to: "my-reports/billfold.yaml")
      let outcome = try Billfold.run(
        ["build", "-c", "my-reports/billfold.yaml", "--as-of", "2026-01-31"], folder: folder.path)
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(folder.text(of: "my-reports/site/index.html") != nil)
    }
  }

  @Test func theErrorOfATemplateLooksAsShown() throws {
    let folder = try Self.folder()
    let shown = try #require(
      try Self.blocks().first { $0.first?.contains(": error: unknown tag") == true })
    let line = try #require(shown[1].split(separator: "|", maxSplits: 1).last).dropFirst()
    try FileManager.default.copyItem(
      atPath: Billfold.root + "/templates", toPath: folder.path(of: "templates"))
    try folder.write("One.\n\n\(line)\n", to: "templates/reports/license-usage.md")
    let outcome = try Billfold.run(
      ["build", "sample-data", "-o", "site", "--templates", "templates"], folder: folder.path)
    #expect(outcome.code == 4)
    #expect(outcome.errors.hasSuffix(shown.joined(separator: "\n") + "\n"), "\(outcome.errors)")
    #expect(folder.text(of: "site/index.html") == nil)
  }

  @Test func everyCommandOfTheTableExists() throws {
    let help = try Billfold.run(["--help"]).output
    let text = try String(contentsOfFile: Billfold.root + "/README.md", encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `billfold ") }
    #expect(rows.count >= 8)
    for row in rows {
      let command = row.split(whereSeparator: { " `|".contains($0) })[1]
      #expect(help.contains("  \(command) "), "\(command)")
    }
  }
}
