import BillingModel
import CalendarDates
import Compression
import Diagnostics
import Ingest

/// Files that were prepared, read and settled, and short words for what came of them.
struct PreparedFiles {
  let result: IngestResult

  init(
    _ files: [(name: String, bytes: [UInt8])], _ options: ReadingOptions = ReadingOptions(),
    _ pool: SpoolPool = SpoolPool()
  ) {
    let preparation = InputPreparation(pool)
    let prepared = PreparedInput.inOrder(
      files.map { file in
        preparation.prepare(InputFile(path: file.name, source: .memory(file.bytes)), options)
      })
    let readings = prepared.map { FileReader.read($0, options) }
    result = Settling.settle(
      prepared.map(\.input), readings, asOf: CalendarDate(days: 20_484))
  }

  init(_ name: String, _ bytes: [UInt8], _ options: ReadingOptions = ReadingOptions()) {
    self.init([(name, bytes)], options)
  }

  var placed: [PlacedFinding] {
    let locator = RecordLocator(result)
    let rows = locator.place(result.rowFindings) { finding in
      result.dataset.source(of: finding.row, in: finding.table)
    }
    return (result.findings + rows).sorted {
      Finding.isInPrintingOrder($0.finding, $1.finding)
    }
  }

  /// `file:line:column rule`.
  var findings: [String] {
    placed.map { placed in
      let place = placed.finding.location
      let line = place.line.map(String.init) ?? "-"
      let column = place.column.map(String.init) ?? "-"
      return "\(place.file):\(line):\(column) \(placed.finding.rule)"
    }
  }

  /// The messages of the findings.
  var messages: [String] {
    placed.map { placed in
      let rule = ReadingRules.all.first { $0.id == placed.finding.rule }
      return rule?.message(of: placed.finding) ?? ""
    }
  }

  /// `file rows accepted`.
  var files: [String] {
    result.dataset.files.map { "\($0.path) \($0.rowsIn) \($0.accepted)" }
  }

  /// The line that each finding shows.
  var excerpts: [String] {
    let locator = RecordLocator(result)
    return placed.map { placed in
      locator.excerpt(of: placed).map { String(decoding: $0.line, as: UTF8.self) } ?? "-"
    }
  }

  /// The raw text of each quarantined row.
  var rawTexts: [String] {
    let locator = RecordLocator(result)
    return result.dataset.quarantine.map { locator.rawText(of: $0) ?? "-" }
  }
}

/// A few users as CSV.
enum UserRows {
  static let header = "user_principal_name,display_name,created_on\n"
  static let good = header + "ann@x.example,Ann,2025-01-01\nbob@x.example,Bob,2025-01-02\n"
  static let bad = header + "eva@x.example,Eva,2025-01-01\nzoë@x.example,Zoë,never\n"
}
