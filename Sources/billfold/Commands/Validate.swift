import Diagnostics
import Ingest
import Pipeline

extension Command {
  static let validate = Command(
    "validate", "Checks exports against the rules and says where they are broken.",
    operands: "INPUT… [OPTION…]",
    options: [
      Option(
        "format", value: "FORMAT", words: ["text", "json", "sarif", "junit"],
        "how findings are printed (default: text)"),
      Option(
        "fail-on", value: "LEVEL", words: FailLevel.words,
        "exit with 1 from this severity on (default: error)"),
      CommonOptions.previous,
    ] + CommonOptions.run
  ) { arguments in
    ProcessMemory.share()
    let options = try CommonOptions.options(arguments)
    let run = try await Pipeline.check(options)
    ProcessMemory.keep(run)
    Progress.clear()
    let level = FailLevel(rawValue: arguments["fail-on"] ?? "error") ?? .error
    switch arguments["format"] ?? "text" {
    case "json":
      try await ValidationJSON.write(run, jobs: options.jobs) { try StandardOutput.write($0) }
    case "sarif": try ValidationSARIF.write(run) { try StandardOutput.write($0) }
    case "junit":
      try ValidationJUnit.write(run, failingFrom: level.severity) { try StandardOutput.write($0) }
    default: try StandardOutput.write(FindingsText.text(of: run))
    }
    guard run.hasReadAnything else {
      throw PipelineError.nothingRead(files: run.ingest.inputs.count)
    }
    return level.isReached(by: run.counts) ? .findings : .done
  }
}

/// From which severity on a run counts as failed.
enum FailLevel: String, CaseIterable {
  case error, violation, warning, never

  static var words: [String] { allCases.map(\.rawValue) }

  /// The severity; nil for never.
  var severity: Severity? { Severity(rawValue: rawValue) }

  func isReached(by counts: FindingCounts) -> Bool {
    guard let worst = counts.worst, let limit = severity else { return false }
    return worst >= limit
  }
}

/// Findings as people read them.
enum FindingsText {
  static func text(of run: CheckedRun) -> String {
    let isColored = StandardOutput.isTerminal
    let printer = FindingTextPrinter(catalog: run.catalog, style: isColored ? .color : .plain)
    var text = ""
    printer.print(
      run.findings.lazy.map(\.finding), excerpt: { run.excerpt(of: run.findings[$0]) }, to: &text)
    return text
  }
}
