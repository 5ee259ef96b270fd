import BillingModel
import Diagnostics
import Digests

/// Rows that replace records in quarantine.
extension Settling {
  /// A record in quarantine: its file and its place there.
  private struct BadRecord {
    let file: Int
    let source: RowSource
  }

  /// Puts the rows of corrections in the place of the records with the hashes that they name.
  mutating func applyCorrections() {
    let corrections = readings.indices.filter { readings[$0].isCorrection }
    guard !corrections.isEmpty else { return }
    var records = badRecords()
    for file in corrections {
      guard let table = readings[file].file.table, let contents = tables[table] else { continue }
      for files in contents.files where files.file == file {
        for row in files.rows where contents.rows.contains(row) {
          let hash = contents.extraText("billfold_sha256", row)?.lowercased() ?? ""
          if let record = records.removeValue(forKey: hash) {
            replace(record)
          } else {
            setAside(
              row, of: table, .staleCorrection, severity: .warning, variant: 0, column: nil,
              facts: [Fact("hash", String(hash.prefix(12)))])
          }
        }
      }
    }
  }

  /// The records in quarantine of all other files by the SHA-256 of their bytes; of equal ones the
  /// first.
  private func badRecords() -> [String: BadRecord] {
    var result: [String: BadRecord] = [:]
    for file in readings.indices where !readings[file].isCorrection {
      let set = readings[file].pending.map { ($0.line, $0.offset, $0.length) }
      let out = (takenOut[file] ?? []).map { ($0.source.line, $0.source.offset, $0.length) }
      guard !set.isEmpty || !out.isEmpty else { continue }
      do throws(ReadFailure) {
        let layout = readings[file].layout
        let reader = try RecordReader(inputs[layout.input], layout)
        for (line, offset, length) in (set + out).sorted(by: { $0.1 < $1.1 }) {
          guard let bytes = reader.raw(at: offset, length: length) else { continue }
          let hash = SHA256.digest(of: bytes).hex
          guard result[hash] == nil else { continue }
          result[hash] = BadRecord(
            file: file, source: RowSource(file: file, line: line, offset: offset))
        }
      } catch {
        // The file was read before; a correction of a record that is gone is a stale one.
        continue
      }
    }
    return result
  }

  /// The record is as good as corrected: it leaves quarantine, and what was found about it goes.
  private mutating func replace(_ record: BadRecord) {
    let (file, offset) = (record.file, record.source.offset)
    noteCorrected(offset, file: file)
    readings[file].pending.removeAll { $0.offset == offset }
    takenOut[file]?.removeAll { $0.source.offset == offset }
    readings[file].file.ignored += 1
    readings[file].file.corrected += 1
    // Findings name a record by its line, and JSON may have many records on one: while another of them
    // is in quarantine, all stay.
    let line = record.source.line
    guard !readings[file].pending.contains(where: { $0.line == line }),
      takenOut[file]?.contains(where: { $0.source.line == line }) != true
    else { return }
    let subject = Subject(.record, "\(readings[file].file.path):\(line)")
    readings[file].findings.removeAll { $0.finding.subject == subject }
    rowFindings.removeAll { $0.subject == subject }
  }
}
