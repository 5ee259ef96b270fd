import BillingModel
public import Diagnostics
import CalendarDates
import ExactNumbers
import Ingest
public import JSONReading

/// What `validate --format json` prints.
public enum ValidationJSON {
  /// How many findings are handed out at once.
  private static let step = 1000

  /// Hands out the files, findings and counts of a run as bytes, piece after piece, with a line break
  /// at the end. `jobs` pieces are made at a time.
  public static func write<E>(
    _ run: CheckedRun, jobs: Int, to output: ([UInt8]) throws(E) -> Void
  ) async throws(E) {
    var json = JSONWriter(breakingLines: 2)
    try await json.object { (json) async throws(E) in
      json.field("as_of", run.asOf.description)
      json.key("files")
      json.array { json in
        for file in run.dataset.files { write(file, to: &json) }
      }
      json.key("findings")
      try await json.array { (json) async throws(E) in
        for first in stride(from: 0, to: run.findings.count, by: step * jobs) {
          for piece in await pieces(of: run, from: first, json, jobs: jobs) {
            json.append(piece)
            try output(json.takeBytes())
          }
        }
      }
      json.key("counts")
      write(run.counts, to: &json)
    }
    try output(json.takeBytes())
  }

  /// The findings from one on, at most `step` for each job.
  private static func pieces(
    of run: CheckedRun, from first: Int, _ json: JSONWriter, jobs: Int
  ) async -> [[UInt8]] {
    let last = min(run.findings.count, first + step * jobs)
    let starts = Array(stride(from: first, to: last, by: step))
    return await Parallel.map(starts.count, jobs: jobs) { piece in
      var fork = json.fork(isFirst: starts[piece] == 0)
      let findings = run.findings.span
      for index in starts[piece]..<min(last, starts[piece] + step) {
        write(findings[index].finding, run.catalog, to: &fork)
      }
      return fork.takeBytes()
    }
  }

  private static func write(_ file: SourceFile, to json: inout JSONWriter) {
    json.object { json in
      json.field("file", file.path)
      json.field("table", file.table?.rawValue)
      json.field("format", file.format)
      json.field("encoding", file.encoding)
      json.field("rows_in", file.rowsIn)
      json.field("accepted", file.accepted)
      json.field("quarantined", file.quarantined)
      json.field("ignored", file.ignored)
      json.field("corrected", file.corrected)
      json.key("amounts")
      json.array { json in
        for amount in file.amounts {
          json.object { json in
            json.field("column", amount.column)
            json.field("currency", amount.currency.code)
            json.field("in", amount.incoming?.description)
            json.field("accepted", amount.accepted?.description)
            json.field("quarantined", amount.quarantined?.description)
            json.field("ignored", amount.ignored?.description)
          }
        }
      }
      json.key("unread")
      json.object { json in
        for column in file.unread.keys.sorted(by: { $0.isBefore($1) }) {
          json.field(column, file.unread[column] ?? 0)
        }
      }
    }
  }

  /// Writes a finding as an object.
  public static func write(
    _ finding: Finding, _ catalog: RuleCatalog, to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("rule", finding.rule.rawValue)
      json.field("severity", finding.severity.rawValue)
      json.field("file", finding.location.file)
      json.field("line", finding.location.line)
      json.field("column", finding.location.column)
      json.key("subject")
      if let subject = finding.subject {
        json.object { json in
          json.field("kind", subject.kind.rawValue)
          json.field("id", subject.id)
        }
      } else {
        json.null()
      }
      json.field("value", finding.value)
      json.field("message", catalog.message(of: finding))
      json.field("help", catalog.help(of: finding))
      json.field("waived", finding.waiver != nil)
      json.field("waiver", finding.waiver)
    }
  }

  private static func write(_ counts: FindingCounts, to json: inout JSONWriter) {
    json.object { json in
      for severity in Severity.allCases.reversed() {
        json.field(severity.rawValue, counts[severity])
      }
    }
  }
}
