import Diagnostics
import Exporting
import Pipeline
import Reporting

extension Command {
  static let report = Command(
    "report", "Works one report out.", operands: "NAME INPUT… [OPTION…]",
    options: [
      Option(
        "format", value: "FORMAT", words: ["md", "html", "csv", "json"],
        "how it is written (default: md)"),
      Option("output", "o", value: "FILE", "where it is written (default: standard output)"),
      Option(
        "templates", value: "DIR",
        "the theme (default: that of the configuration, else the built-in one)"),
      CommonOptions.previous,
    ] + CommonOptions.run,
    details: "NAME is one of\n  "
      + ReportName.reports.map(\.rawValue).joined(separator: "\n  ")
  ) { arguments in
    guard let name = arguments.operands.first else {
      throw UsageError.operandMissing("NAME, the report,")
    }
    guard let report = ReportName.reports.first(where: { $0.rawValue == name }) else {
      throw UsageError.unknownName(
        kind: "report", name: name,
        nearest: NearMiss.suggestion(for: name, among: ReportName.reports.map(\.rawValue)),
        known: ReportName.reports.map(\.rawValue))
    }
    let options = try CommonOptions.options(arguments.droppingFirstOperand)
    let run = try await Pipeline.checkUsable(options)
    Progress.clear()
    let value = run.reportBasis().report(report)
    switch arguments["format"] ?? "md" {
    case "csv":
      try Output.write(arguments["output"]) { (sink) throws(PipelineError) in
        try CSVExport.write(value, to: sink)
      }
    case "json":
      try Output.write(arguments["output"]) { (sink) throws(PipelineError) in
        try JSONExport.write(value, to: sink)
      }
    case let format:
      let text = try await Pipeline.text(
        of: report, as: format == "html" ? .html : .markdown, run, options,
        templates: arguments["templates"])
      try Output.write(arguments["output"]) { (sink) throws(PipelineError) in try sink(text) }
    }
    return .done
  }
}

/// Where a result goes.
enum Output {
  /// Hands `body` a function that appends bytes to the file, or to standard output without one.
  static func write(
    _ path: String?,
    _ body: (([UInt8]) throws(PipelineError) -> Void) throws(PipelineError) -> Void
  ) throws(PipelineError) {
    guard let path, path != "-" else {
      try body { (bytes: [UInt8]) throws(PipelineError) in try StandardOutput.write(bytes) }
      return
    }
    try OutputFile.replace(path, body)
  }
}
