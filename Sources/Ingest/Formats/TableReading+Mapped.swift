import BillingModel
import Diagnostics

extension TableReading {
  /// Notes what a vendor's format misses in the header, and what it does not know of it.
  mutating func note(_ mapped: MappedCSV, _ record: RecordPlace) {
    note(mapped.reading, line: record.line, column: 1, length: record.length)
  }

  /// Notes what a vendor's format misses among the fields, and what it does not know of them.
  mutating func note(_ reading: MappedReading, line: Int, column: Int, length: Int) {
    file.table = reading.format.tables.first?.table
    file.format = reading.format.name
    let table = Fact("table", reading.format.title)
    if let first = reading.unknown.first {
      report(
        .ignoredColumn, value: first,
        facts: [table, Fact("columns", reading.unknown.joined(separator: ", "))], line: line,
        column: column)
    }
    guard !reading.missing.isEmpty else { return }
    let columns = Fact("columns", reading.missing.joined(separator: ", "))
    report(.missingColumn, facts: [table, columns], line: line, column: 1, length: length)
  }
}

extension MappedReading {
  /// Decides how numbers and dates of the file are written; refuses all its tables when that cannot
  /// be decided, with one finding.
  func decideDialect(
    _ readings: [TableReading]
  ) -> (readings: [TableReading], otherDialect: Dialect?) {
    guard let first = readings.first else { return (readings, nil) }
    let decision = DialectDecision(evidence, tried: dialect, path: first.file.path)
    var readings = readings
    if let refusal = decision.refusal {
      for index in readings.indices {
        readings[index].refuse(
          rule: .ambiguousFormat, variant: refusal.variant, value: refusal.value,
          facts: refusal.facts)
        if index > 0 { readings[index].findings = [] }
      }
      return (readings, nil)
    }
    for index in readings.indices {
      readings[index].witnesses += decision.witnesses
      readings[index].layout.dialect = decision.dialect
    }
    var other = decision.dialect
    other.slashedColumns = nil
    return (readings, other.readsAlike(dialect) ? nil : other)
  }
}
