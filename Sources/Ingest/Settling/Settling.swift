internal import BillingModel
public import CalendarDates
import Diagnostics
import ExactNumbers

/// The last step of reading, which sees all files: puts shards together, resolves what refers to
/// other files, finds second rows of a key, and closes the books of every file.
public struct Settling {
  let inputs: [InputFile]
  let asOf: CalendarDate
  var readings: [TableReading] = []
  var domains: [TextDictionary]
  var tables: [TableID: TableContents] = [:]
  /// The rows whose key an earlier row has, as long as nothing has changed in their table.
  var secondRows: [TableID: [SecondRows.Pair]] = [:]
  var quarantine: [QuarantinedRow] = []
  /// Rows that were read and taken out of the tables again, by file.
  var takenOut: [Int: [QuarantinedRow]] = [:]
  /// The amounts of records that are left out and in no table, by file and column.
  var ignoredAmounts: [Int: [String: MoneyBag]] = [:]
  /// Lines of files that are left out, whose currency is that of their invoice, by file.
  var ignoredLines: [Int: [PendingRow]] = [:]
  var rowFindings: [RowFinding] = []
  /// The products of pools, by code of the pool.
  var pools: [Int: Int] = [:]

  /// Settles what reading the inputs gave, one list of tables for each input. Days after `asOf`, the
  /// report date, do not count as the age of a file. `people` are those that files were read with.
  public static func settle(
    _ inputs: [InputFile], _ readings: consuming [[TableReading]],
    people: consuming KnownPeople? = nil, asOf: CalendarDate
  ) -> IngestResult {
    var settling = Settling(inputs, consume readings, people: consume people, asOf: asOf)
    return settling.finish(settling.begin().map { $0.done() })
  }

  /// Settling in steps: `begin`, the work of each table on any thread, `finish`.
  public init(
    _ inputs: [InputFile], _ readings: consuming [[TableReading]],
    people: consuming KnownPeople? = nil, asOf: CalendarDate
  ) {
    self.inputs = inputs
    self.asOf = asOf
    domains = Domain.allCases.map { domain in
      (domain == .party ? people?.texts : nil) ?? TextDictionary(domain.folding)
    }
    for (input, tables) in readings.enumerated() {
      for var reading in tables {
        for index in reading.shards.indices {
          reading.shards[index].relabel(file: self.readings.count)
        }
        reading.layout.input = input
        reading.file.dialect = reading.witnesses.map(\.note)
        for index in reading.findings.indices { reading.findings[index].input = input }
        self.readings.append(reading)
      }
    }
  }

  /// Gives all shards the dictionaries of the data set; the result is what is to be done for each table,
  /// the largest first.
  public mutating func begin() -> [TableWork] {
    pickLastStates()
    return adoptShards().map { TableWork($0) }.sorted { $0.rowCount > $1.rowCount }
  }

  /// Settles the tables, the work of all of which is done.
  public mutating func finish(_ merged: consuming [MergedTable]) -> IngestResult {
    while let table = merged.popLast() {
      secondRows[table.contents.table] = table.secondRows
      tables[table.contents.table] = table.contents
    }
    leaveOutSummaries()
    let mentioned = internMentions()
    for table in TableID.allCases where table != .licenseAssignments {
      removeSecondRows(of: table)
    }
    resolveProducts()
    resolveCurrencies()
    removeSecondRows(of: .licenseAssignments)
    applyCorrections()
    closeBooks()
    return result(mentioned)
  }

  private mutating func result(_ mentioned: [Set<Int>]) -> IngestResult {
    quarantine.sort { ($0.source.file, $0.source.offset) < ($1.source.file, $1.source.offset) }
    let dataset = Dataset(
      tables: tables, domains: domains, mentioned: mentioned, pools: pools,
      files: readings.map(\.file), quarantine: quarantine)
    return IngestResult(
      dataset: dataset, findings: readings.flatMap(\.findings), rowFindings: rowFindings,
      inputs: inputs, layouts: readings.map(\.layout))
  }
}
