import BillingModel
import Diagnostics
import Ingest
import JSONReading
import Pipeline

extension Command {
  static let inspect = Command(
    "inspect", "Shows how a file is read: encoding, dialect, table, columns, rows.",
    operands: "FILE [OPTION…]",
    options: [
      Option("rows", value: "N|all", "how many rows are shown (default: 10)"),
      Option("config", "c", value: "FILE", "the configuration, billfold.yaml"),
      Option(
        "format", value: "FORMAT", words: ["text", "json"], "how it is printed (default: text)"),
    ],
    details: """
      FILE may be -, standard input, or a member of an archive, a.zip!b.csv. Of an archive with several
      exports the first by name is shown.
      """
  ) { arguments in
    guard let path = arguments.operands.first else { throw UsageError.operandMissing("FILE") }
    guard arguments.operands.count == 1 else {
      throw UsageError.operandTooMany(arguments.operands[1])
    }
    let (input, member) = try file(path)
    guard input.exists else { throw PipelineError.missingInput(path) }
    let settings = try ConfigurationFile.read(arguments["config"]).settings
    let options = Pipeline.readingOptions(
      of: input, settings, try ConfigurationFile.mappings(settings, arguments["config"]).catalog)
    let inspection = Inspection(
      input, member: member, options, limit: try rowLimit(arguments["rows"]))
    guard inspection.file.syntax != nil else {
      StandardError.write(FindingsOfInspection(inspection).text(.plain))
      return .noInput
    }
    if arguments["format"] == "json" {
      try StandardOutput.write(InspectionJSON.bytes(of: inspection))
    } else {
      try StandardOutput.write(InspectionText.text(of: inspection))
    }
    return .done
  }

  /// The file of that name, and of its members the one that is meant; `-` is standard input.
  private static func file(
    _ path: String
  ) throws(PipelineError) -> (InputFile, member: String?) {
    let file = InputFile(path: path, source: .file(path))
    if path != "-", file.exists { return (file, nil) }
    guard let mark = path.firstIndex(of: "!") else {
      return (path == "-" ? try Pipeline.standardInput(SpoolPool()) : file, nil)
    }
    let archive = String(path[..<mark])
    let member = String(path[path.index(after: mark)...])
    guard archive != "-" else { return (try Pipeline.standardInput(SpoolPool()), member) }
    return (InputFile(path: archive, source: .file(archive)), member)
  }

  private static func rowLimit(_ text: String?) throws(UsageError) -> Int? {
    guard let text else { return 10 }
    if text == "all" { return nil }
    guard let count = Int(text), count >= 0 else {
      throw .badValue("--rows", text, expected: "a number or `all`", nearest: nil)
    }
    return count
  }
}
