import CalendarDates
import Diagnostics
import Digests
import Ingest
import JSONReading

/// What `validate --format sarif` prints: SARIF 2.1.0, for code scanning services and editors.
///
/// Columns are counted in Unicode code points, as SARIF wants them; a violation is of level `error`
/// and keeps its own severity among the properties; a waived finding is a suppressed result. Nothing
/// in it tells of the time or the machine.
public enum ValidationSARIF {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  /// How many results are handed out at once.
  private static let step = 1000

  /// Hands out the run as bytes, piece after piece, with a line break at the end.
  public static func write<E>(
    _ run: CheckedRun, to output: ([UInt8]) throws(E) -> Void
  ) throws(E) {
    var json = JSONWriter(breakingLines: 4)
    try json.object { (json) throws(E) in
      json.field("$schema", schema)
      json.field("version", "2.1.0")
      json.key("runs")
      try json.array { (json) throws(E) in
        try json.object { (json) throws(E) in
          json.key("tool")
          writeTool(run.catalog, to: &json)
          json.field("columnKind", "unicodeCodePoints")
          json.key("artifacts")
          json.array { json in
            for input in run.ingest.inputs { writeArtifact(input.path, to: &json) }
          }
          json.key("results")
          try json.array { (json) throws(E) in
            let results = ResultWriter(run)
            for (index, placed) in run.findings.enumerated() {
              results.write(placed, to: &json)
              if index % step == step - 1 { try output(json.takeBytes()) }
            }
          }
          json.key("properties")
          json.object { json in json.field("as_of", run.asOf.description) }
        }
      }
    }
    try output(json.takeBytes())
  }

  private static func writeTool(_ catalog: RuleCatalog, to json: inout JSONWriter) {
    json.object { json in
      json.key("driver")
      json.object { json in
        json.field("name", "billfold")
        json.field("version", Pipeline.version)
        json.key("rules")
        json.array { json in for rule in catalog.all { writeRule(rule, to: &json) } }
      }
    }
  }

  private static func writeRule(_ rule: RuleDocumentation, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", rule.id.rawValue)
      writeText("shortDescription", rule.title, to: &json)
      writeText("fullDescription", rule.reason, to: &json)
      writeText("help", rule.namedHelp, to: &json)
      json.key("defaultConfiguration")
      json.object { json in json.field("level", rule.severity.sarifLevel) }
      json.key("properties")
      json.object { json in
        json.field("severity", rule.severity.rawValue)
        json.field("source", rule.source)
      }
    }
  }

  private static func writeArtifact(_ path: String, to json: inout JSONWriter) {
    json.object { json in
      json.key("location")
      json.object { json in json.field("uri", ResultWriter.uri(path)) }
    }
  }

  private static func writeText(_ key: String, _ text: String, to json: inout JSONWriter) {
    json.key(key)
    json.object { json in json.field("text", text) }
  }
}

extension ValidationSARIF {
  /// Writes findings as results.
  private struct ResultWriter {
    private let run: CheckedRun
    private let rules: [RuleID: Int]
    private let files: [String: Int]

    init(_ run: CheckedRun) {
      self.run = run
      rules = Dictionary(
        uniqueKeysWithValues: run.catalog.all.enumerated().map { ($1.id, $0) })
      files = Dictionary(
        run.ingest.inputs.enumerated().map { ($1.path, $0) },
        uniquingKeysWith: { first, _ in first })
    }

    func write(_ placed: PlacedFinding, to json: inout JSONWriter) {
      let finding = placed.finding
      json.object { json in
        json.field("ruleId", finding.rule.rawValue)
        if let index = rules[finding.rule] { json.field("ruleIndex", index) }
        json.field("level", finding.severity.sarifLevel)
        let help = run.catalog.help(of: finding)
        let message = run.catalog.message(of: finding)
        ValidationSARIF.writeText(
          "message", help.isEmpty ? message : "\(message). \(help)", to: &json)
        json.key("locations")
        json.array { json in writeLocation(placed, to: &json) }
        json.key("partialFingerprints")
        json.object { json in json.field("finding/v1", fingerprint(of: finding)) }
        if let waiver = finding.waiver { writeSuppression(waiver, to: &json) }
        json.key("properties")
        json.object { json in
          json.field("severity", finding.severity.rawValue)
          if let subject = finding.subject {
            json.field("subjectKind", subject.kind.rawValue)
            json.field("subjectId", subject.id)
          }
          if let value = finding.value { json.field("value", value) }
        }
      }
    }

    private func writeLocation(_ placed: PlacedFinding, to json: inout JSONWriter) {
      let place = placed.finding.location
      json.object { json in
        json.key("physicalLocation")
        json.object { json in
          json.key("artifactLocation")
          json.object { json in
            json.field("uri", Self.uri(place.file))
            if let index = files[place.file] { json.field("index", index) }
          }
          guard let line = place.line else { return }
          json.key("region")
          json.object { json in
            json.field("startLine", line)
            if let excerpt = run.excerpt(of: placed) {
              let columns = excerpt.scalarColumns
              json.field("startColumn", columns.lowerBound)
              json.field("endColumn", columns.upperBound)
            }
          }
        }
      }
    }

    private func writeSuppression(_ waiver: String, to json: inout JSONWriter) {
      json.key("suppressions")
      json.array { json in
        json.object { json in
          json.field("kind", "external")
          json.field("status", "accepted")
          json.field("justification", waiver)
        }
      }
    }

    /// The same finding has the same one when lines move.
    private func fingerprint(of finding: Finding) -> String {
      let parts =
        [finding.rule.rawValue, finding.location.file, "\(finding.variant)"]
        + [finding.subject?.kind.rawValue, finding.subject?.id, finding.value].map { $0 ?? "" }
      return SHA256.digest(of: parts.joined(separator: "\0")).hex(prefix: 32)
    }

    /// The path as a relative URI.
    static func uri(_ path: String) -> String {
      var uri: [UInt8] = []
      for byte in path.utf8 {
        if byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || "-._~/!".utf8.contains(byte) {
          uri.append(byte)
        } else {
          let digits = Array(String(byte, radix: 16, uppercase: true).utf8)
          uri += [UInt8(ascii: "%")] + (digits.count < 2 ? [48] : []) + digits
        }
      }
      return String(decoding: uri, as: UTF8.self)
    }
  }
}

extension Severity {
  /// The level that SARIF has for it.
  fileprivate var sarifLevel: String {
    switch self {
    case .error, .violation: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}
