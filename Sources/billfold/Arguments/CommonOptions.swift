import CalendarDates
import Configuration
import FoundationEssentials
import Pipeline

/// Options that several commands have, and what follows from them.
enum CommonOptions {
  static let run: [Option] = [
    Option(
      "as-of", value: "DATE",
      "the report date, YYYY-MM-DD (default: SOURCE_DATE_EPOCH, else today in UTC)"),
    Option("config", "c", value: "FILE", "the configuration, billfold.yaml"),
    Option(
      "jobs", value: "N", "how many threads work at a time (default: the processors there are)"),
  ]

  /// For the commands whose rules compare with earlier exports.
  static let previous = Option(
    "previous", value: "DIR", "a folder of earlier exports, for rules about changes")

  /// The settings, inputs, report date and number of threads of a run.
  static func options(_ arguments: Arguments) throws -> RunOptions {
    let (settings, text) = try ConfigurationFile.read(arguments["config"])
    var inputs = arguments.operands
    if inputs.isEmpty { inputs = settings.inputs.map(\.path) }
    guard !inputs.isEmpty else { throw UsageError.operandMissing("INPUT, a file or folder,") }
    let asOf = try reportDate(arguments, settings)
    var options = RunOptions(
      inputs: inputs, asOf: asOf, jobs: try jobs(arguments), settings: settings)
    options.progress = Progress.report
    options.configuration = text
    options.previous = arguments["previous"]
    let mappings = try ConfigurationFile.mappings(settings, arguments["config"])
    options.formats = mappings.catalog
    options.mappingsSHA256 = mappings.sha256
    return options
  }

  static func reportDate(_ arguments: Arguments, _ settings: Settings) throws(UsageError)
    -> CalendarDate
  {
    if let text = arguments["as-of"] {
      guard text.utf8.count == 10, let date = CalendarDate(text) else {
        throw .badValue("--as-of", text, expected: "a date such as 2026-01-31", nearest: nil)
      }
      return date
    }
    if let date = settings.asOf { return date }
    if let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !text.isEmpty {
      guard let seconds = Int(text), abs(seconds) < 250_000_000_000 else {
        throw .badValue("SOURCE_DATE_EPOCH", text, expected: "a number of seconds", nearest: nil)
      }
      return date(seconds)
    }
    return date(Int(Date().timeIntervalSince1970.rounded(.down)))
  }

  private static func date(_ seconds: Int) -> CalendarDate {
    CalendarDate(
      days: Int32(clamping: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400))
  }

  private static func jobs(_ arguments: Arguments) throws(UsageError) -> Int {
    guard let text = arguments["jobs"] else { return RunOptions.processors }
    guard let jobs = Int(text), (1...256).contains(jobs) else {
      throw .badValue("--jobs", text, expected: "a number from 1 to 256", nearest: nil)
    }
    return jobs
  }
}
