import BillingModel
import CSVReading
import Diagnostics

extension CSVPass {
  /// Whether the file may be read in parts, as far as its header tells.
  var canBeCut: Bool { mapped?.canBeCut ?? (batches != nil) }

  /// The same pass before its first record: the header is known.
  func withoutRecords() -> CSVPass {
    var pass = self
    pass.forgetRecords()
    return pass
  }

  /// Appends what a later part of the file gave, before which so many lines stand.
  mutating func append(_ later: CSVPass, lines: Int) {
    rows += later.rows
    hasInvalid = hasInvalid || later.hasInvalid
    hasMultibyte = hasMultibyte || later.hasMultibyte
    if let sink = later.sink { self.sink?.append(sink, lines: lines) }
    if let mapped = later.mapped { self.mapped?.append(mapped, lines: lines) }
  }
}

extension RowSink {
  /// Appends what a later part of the file gave, before which so many lines stand. Its rows are numbered
  /// on from `records`.
  mutating func append(_ later: RowSink, lines: Int, records: Int = 0) {
    pending += later.pending.map { $0.moved(byLines: lines) }
    mentions += later.mentions
    findings += later.findings.map { $0.moved(byLines: lines) }
    accepted += later.accepted
    var evidence = later.evidence
    evidence.move(byLines: lines)
    self.evidence.add(evidence)
    var shard = later.builder.finish(file: 0, given: recognition.given)
    shard.move(byLines: lines)
    shard.shiftNumbers(of: "line_number", by: records)
    laterShards.append(shard)
  }
}

extension PendingRow {
  fileprivate func moved(byLines count: Int) -> PendingRow {
    var row = self
    row.line += count
    return row
  }
}

extension PlacedFinding {
  /// The finding about a record, with the lines of the whole file.
  fileprivate func moved(byLines count: Int) -> PlacedFinding {
    let old = finding
    let location = SourceLocation(
      file: old.location.file, line: old.location.line.map { $0 + count },
      column: old.location.column)
    var result = self
    result.finding = Finding(
      rule: old.rule, severity: old.severity, location: location,
      subject: old.subject.map { $0.moved(byLines: count, in: location.file) }, value: old.value,
      variant: old.variant, facts: old.facts, waiver: old.waiver)
    return result
  }
}

extension Subject {
  /// A record is named by its file and line.
  fileprivate func moved(byLines count: Int, in file: String) -> Subject {
    guard kind == .record, id.hasPrefix(file + ":"),
      let line = Int(id.dropFirst(file.count + 1))
    else { return self }
    return Subject(.record, "\(file):\(line + count)")
  }
}
