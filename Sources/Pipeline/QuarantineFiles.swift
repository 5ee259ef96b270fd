import BillingModel
import Diagnostics
import Digests
import Exporting
import Ingest

/// What is in quarantine, to be corrected: a table's records as bytes and as rows.
///
/// A file with the first three columns of the rows is a correction when it is among the inputs.
enum QuarantineFiles {
  /// The tables that have records in quarantine.
  static func tables(_ run: CheckedRun) -> [TableID] {
    let tables = Set(run.dataset.quarantine.compactMap(\.table))
    return TableID.allCases.filter(tables.contains)
  }

  /// The records' bytes, each with a line break.
  static func raw(_ run: CheckedRun, _ table: TableID) -> [UInt8] {
    var result: [UInt8] = []
    RecordLocator(run.ingest).forEachQuarantined(of: table) { record in
      result += record.bytes
      result.append(10)
    }
    return result
  }

  /// The records as CSV: where they stand, why they are here, and their cells as far as these can be
  /// read.
  static func rows(_ run: CheckedRun, _ table: TableID) -> [UInt8] {
    let columns = table.schema.columns
    let own = ["billfold_file", "billfold_line", "billfold_sha256", "rules", "reason"]
    let reasons = reasons(run)
    let figures = Set(columns.indices.filter { columns[$0].isFigure }.map { $0 + own.count })
    var result = CSVExport.record(own + columns.map(\.name))
    RecordLocator(run.ingest).forEachQuarantined(of: table) { record in
      let source = record.row.source
      let path = run.dataset.files[source.file].path
      let cells = [
        path, "\(source.line)", SHA256.digest(of: record.bytes).hex,
        record.row.rules.joined(separator: "; "), reasons["\(path):\(source.line)"] ?? "",
      ]
      result += CSVExport.record(
        cells + record.cells.map { $0 ?? "" }, figures: figures.union([1]))
    }
    return result
  }

  /// The messages about each record, by `FILE:LINE`.
  private static func reasons(_ run: CheckedRun) -> [String: String] {
    var result: [String: String] = [:]
    for placed in run.findings where placed.finding.subject?.kind == .record {
      guard let id = placed.finding.subject?.id else { continue }
      let message = run.catalog.message(of: placed.finding)
      result[id] = result[id].map { "\($0); \(message)" } ?? message
    }
    return result
  }
}

extension ColumnSchema {
  /// Numbers and dates: no text that could be taken for a formula.
  fileprivate var isFigure: Bool {
    switch type {
    case .amount, .decimal, .whole, .date: true
    default: false
    }
  }
}
