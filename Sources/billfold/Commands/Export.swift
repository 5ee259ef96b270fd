import Digests
import Exporting
import Pipeline
import Reporting

extension Command {
  static let export = Command(
    "export", "Writes a list of the people who hold licences.", operands: "users INPUT… [OPTION…]",
    options: [
      Option("self-service", nil, "only subscriptions bought by self-service"),
      Option(
        "product", value: "ID", isRepeatable: true, "only this product; may stand several times"),
      Option(
        "subscription", value: "ID", isRepeatable: true,
        "only this subscription; may stand several times"),
      Option(
        "format", value: "FORMAT", words: ["csv", "json"], "how it is written (default: csv)"),
      Option("output", "o", value: "FILE", "where it is written (default: standard output)"),
    ] + CommonOptions.run,
    details:
      "All rows, always; their number and the SHA-256 of what is written go to standard error."
  ) { arguments in
    guard let kind = arguments.operands.first else {
      throw UsageError.operandMissing("what to export: users")
    }
    guard kind == "users" else {
      throw UsageError.unknownName(kind: "export", name: kind, nearest: "users")
    }
    let options = try CommonOptions.options(arguments.droppingFirstOperand)
    let run = try await Pipeline.checkUsable(options)
    Progress.clear()
    var filter = UserExportFilter()
    filter.isSelfServiceOnly = arguments.has("self-service")
    filter.products = arguments.all("product")
    filter.subscriptions = arguments.all("subscription")
    for id in filter.unknownIDs(in: run.dataset) {
      StandardError.write("billfold: warning: no row of the inputs has the id `\(id)`\n")
    }
    let value = run.reportBasis().userExport(filter)
    let digest = try write(value, arguments)
    StandardError.write("\(value.rows.count) rows, SHA-256 \(digest)\n")
    return .done
  }

  private static func write(_ value: Report, _ arguments: Arguments) throws(PipelineError) -> String
  {
    let digest = RunningDigest()
    try Output.write(arguments["output"]) { (sink) throws(PipelineError) in
      let hashed: ([UInt8]) throws(PipelineError) -> Void = { (bytes) throws(PipelineError) in
        digest.add(bytes)
        try sink(bytes)
      }
      if arguments["format"] == "json" {
        try JSONExport.write(value, to: hashed)
      } else {
        try CSVExport.write(value, to: hashed)
      }
    }
    return digest.finish()
  }
}

/// The SHA-256 of bytes that pass by. A class, because the writer's closure adds to it.
private final class RunningDigest {
  private var hash = SHA256()

  func add(_ bytes: [UInt8]) {
    hash.update(bytes.span)
  }

  /// The digest in hex; the next one begins without bytes.
  func finish() -> String {
    var done = SHA256()
    swap(&done, &hash)
    return done.finish().hex
  }
}
