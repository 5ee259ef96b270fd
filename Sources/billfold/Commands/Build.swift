import BillingModel
import CalendarDates
import Configuration
import Diagnostics
import JSONReading
import Pipeline

extension Command {
  static let build = Command(
    "build", "Reads, checks and publishes the site.", operands: "[INPUT…] [OPTION…]",
    options: [
      Option(
        "output", "o", value: "DIR", "the folder of the site (default: that of the configuration)"),
      Option(
        "templates", value: "DIR",
        "the theme (default: that of the configuration, else the built-in one)"),
      Option("strict", nil, "publish nothing when there is a finding of severity error"),
      Option(
        "fail-on", value: "LEVEL", words: FailLevel.words,
        "exit with 1 from this severity on, having published (default: never)"),
      Option(
        "allow-missing", value: "TABLE", words: TableID.allCases.map(\.rawValue),
        isRepeatable: true, "this table may have no rows although the last build had some"),
      Option(
        "log-format", value: "FORMAT", words: ["text", "json"],
        "how the closing lines are printed (default: text)"),
      CommonOptions.previous,
    ] + CommonOptions.run,
    details:
      "INPUT: files or folders, - is standard input; without any, those of the configuration. The old site stands until\nthe new one is whole, and a bad run never replaces it."
  ) { arguments in
    let options = try CommonOptions.options(arguments)
    guard let output = arguments["output"] ?? options.settings.output else {
      throw UsageError.operandMissing("-o DIR, the folder of the site,")
    }
    var build = BuildOptions(output: output)
    build.templates = arguments["templates"]
    build.isStrict = arguments.has("strict")
    build.allowedMissing = arguments.all("allow-missing")
    let summary = try await Pipeline.build(options, build)
    Progress.clear()
    StandardError.write(
      arguments["log-format"] == "json" ? BuildLog.json(summary) : BuildLog.text(summary))
    let level = FailLevel(rawValue: arguments["fail-on"] ?? "never") ?? .never
    return level.isReached(by: summary.run.counts) ? .findings : .done
  }
}

/// What `build` says at its end.
enum BuildLog {
  static func text(_ summary: BuildSummary) -> String {
    let files = summary.run.dataset.files
    let refused =
      files.filter { $0.rowsIn == $0.quarantined && $0.accepted == 0 && $0.table != nil }
      .filter { $0.rowsIn > 0 } + files.filter { $0.syntax == nil || $0.table == nil }
    var text = """
      report date  \(summary.run.asOf)
      rows         \(sum(files, \.rowsIn)) = \(sum(files, \.accepted)) accepted + \(sum(files, \.quarantined)) quarantined + \(sum(files, \.ignored)) ignored, in \(Set(files.map(\.path)).count) files
      findings     \(summary.run.counts)

      """
    if !refused.isEmpty {
      let names = refused.map { VisibleText.line($0.path) }.joined(separator: ", ")
      text += "not used     \(names)\n"
    }
    return text + """
      site         \(summary.pages) pages, \(summary.files) files, build \(summary.key)\(summary.isUnchanged ? ", unchanged" : "")
      look at      \(summary.output)/index.html

      """
  }

  static func json(_ summary: BuildSummary) -> String {
    let files = summary.run.dataset.files
    var json = JSONWriter()
    json.object { json in
      json.field("event", "built")
      json.field("as_of", summary.run.asOf.description)
      json.field("rows_in", sum(files, \.rowsIn))
      json.field("accepted", sum(files, \.accepted))
      json.field("quarantined", sum(files, \.quarantined))
      json.field("ignored", sum(files, \.ignored))
      for severity in Severity.allCases.reversed() {
        json.field(severity.rawValue, summary.run.counts[severity])
      }
      json.field("pages", summary.pages)
      json.field("files", summary.files)
      json.field("output", summary.output)
      json.field("key", summary.key)
      json.field("unchanged", summary.isUnchanged)
    }
    return json.text
  }

  private static func sum(_ files: [SourceFile], _ count: (SourceFile) -> Int) -> Int {
    files.reduce(0) { $0 + count($1) }
  }
}
