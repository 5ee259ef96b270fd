import BillingModel
import CSVReading
import Diagnostics
import JSONReading
import UnicodeFolding

/// Reads one list of records of a JSON file into a table.
struct JSONPass {
  /// What the list gave, one value for each table in it.
  var readings: [TableReading] { results.isEmpty ? [result] : results }
  private var result: TableReading
  /// The dialect in which the whole list says it is to be read, if that is another one.
  private(set) var otherDialect: Dialect?
  private let options: ReadingOptions
  private var dialect: Dialect { options.dialect }
  private var results: [TableReading] = []
  private let file: JSONFile
  /// The file, when it was guessed and is as it was.
  private(set) var confirmed: JSONFile?
  /// Which of the file's lists it is.
  private let index: Int
  private var list: JSONFile.List { file.lists[index] }
  private let names: [String]

  init(_ base: TableReading, _ file: JSONFile, _ index: Int, _ options: ReadingOptions) {
    self.options = options
    result = base
    result.witnesses = options.witnesses
    self.file = file
    self.index = index
    names = file.lists[index].names
  }

  /// Reads all records.
  mutating func read() throws(ReadFailure) {
    result.file.columns = names
    result.layout.names = names
    result.file.rowsIn = list.count + file.brokenLines.count
    if let table = JSONFileReader.table(list.list.name) {
      try readOwn(Recognition.assume(table, names))
      return
    }
    let nested = list.nested.sorted()
    let choice = FormatChoice.choose(names, nested: nested, options)
    result.file.recognition = choice.reason(names, nested: nested, options)
    switch choice {
    case .own(let recognition): try readOwn(recognition)
    case .mapped(let format): try readMapped(format)
    }
  }

  /// Hands every element of the list to `body`.
  private mutating func forEachElement(_ body: JSONWalk.Body) throws(ReadFailure) {
    var walk = try file.walk()
    guard !file.isGuess else {
      var trial = JSONFile.Trial(file)
      let damage = try walk.forEachElement(until: { !trial.holds }) { bytes, records, element in
        if trial.admits(bytes, records, element) { body(bytes, records, element) }
      }
      confirmed = try trial.file(file, walk, damage)
      if let confirmed { note(confirmed) }
      return
    }
    let own = index
    _ = try walk.forEachElement { bytes, records, element in
      if element.list == own { body(bytes, records, element) }
    }
  }

  private mutating func note(_ whole: JSONFile) {
    result.note(whole)
    result.file.rowsIn = whole.lists[index].count
  }

  private mutating func readOwn(_ recognition: Recognition) throws(ReadFailure) {
    guard let table = recognition.table else {
      finishUnknown()
      return
    }
    result.file.table = table
    result.file.format = "billfold"
    for (source, column) in recognition.columns.enumerated() {
      if case .known(let index) = column { result.layout.sources[index] = source }
    }
    guard recognition.missing.isEmpty || result.file.rowsIn == 0 else {
      try refuse(recognition, table)
      return
    }
    noteExtra(recognition, table)
    try readRows(table, recognition)
    if result.file.rowsIn == 0 { result.report(.noRows, facts: [Fact("table", table.rawValue)]) }
  }

  private mutating func readRows(
    _ table: TableID, _ recognition: Recognition
  ) throws(ReadFailure) {
    var sink = RowSink(
      path: result.file.path, table: table, encoding: .utf8, recognition: recognition,
      syntax: .json, dialect: dialect)
    var cells = JSONCells(encoding: result.layout.textEncoding, names: names)
    sink.builder.expect(rows: list.count)
    var batch = JSONBatch(recognition, dialect)
    try forEachElement { bytes, records, element in
      if batch?.isFull ?? false { batch?.flush(&cells, &sink) }
      if batch?.take(bytes, records, element) ?? false { return }
      batch?.flush(&cells, &sink)
      cells.takeRow(bytes, records, element, &sink)
    }
    batch?.flush(&cells, &sink)
    let none: [UInt8] = []
    for (record, problem) in broken {
      sink.damage(record, none.span, problem, key: nil, at: nil)
    }
    result.pending = sink.pending.sorted { $0.offset < $1.offset }
    result.mentions = sink.mentions
    result.findings += sink.findings
    result.contents = sink.builder.finish(file: 0, given: recognition.given)
    otherDialect = result.decideDialect(sink.evidence, tried: dialect)
  }
}

extension JSONPass {
  /// The lines that are not JSON.
  private var broken: [(RecordPlace, CellProblem)] {
    file.brokenLines.map { broken in
      let problem = CellProblem(
        rule: .rowShape, variant: 3,
        facts: [
          Fact("expected", broken.error.expected.rawValue),
          Fact("column", "\(broken.error.position + 1)"),
        ])
      let record = RecordPlace(
        line: broken.line, offset: broken.range.lowerBound, start: 0, length: broken.range.count)
      return (record, problem)
    }
  }

  /// Reads the records of a vendor's export.
  private mutating func readMapped(_ format: FormatMapping) throws(ReadFailure) {
    var mapped = MappedJSON(
      format, names, result.file, encoding: result.layout.textEncoding, options)
    result.note(
      mapped.reading, line: list.first.line, column: list.first.lead + 1, length: 1)
    guard mapped.reading.missing.isEmpty else {
      try keepPlaces()
      return
    }
    try forEachElement { bytes, records, element in
      mapped.take(bytes, records, element)
    }
    let none: [UInt8] = []
    for (record, problem) in broken { mapped.damage(record, none.span, problem) }
    result.layout.names = mapped.names
    let readings = mapped.reading.readings(result) { path in
      mapped.names.firstIndex(of: path.name)
    }
    (results, otherDialect) = mapped.reading.decideDialect(readings)
  }

  /// All records are in quarantine, for the file lacks a field.
  private mutating func keepPlaces() throws(ReadFailure) {
    var pending: [PendingRow] = []
    try forEachElement { _, _, element in
      pending.append(
        PendingRow(
          line: element.line, offset: element.offset, length: element.range.count,
          rules: [.missingColumn]))
    }
    result.pending += pending
  }

  private mutating func finishUnknown() {
    result.file.ignored = result.file.rowsIn
    guard !names.isEmpty else {
      result.report(.unknownTable, variant: 3)
      return
    }
    let columns = names.prefix(12).joined(separator: ", ")
    result.report(.unknownTable, variant: 0, facts: [Fact("columns", columns)])
  }

  private mutating func refuse(
    _ recognition: Recognition, _ table: TableID
  ) throws(ReadFailure) {
    try keepPlaces()
    result.report(
      .missingColumn,
      facts: [
        Fact("table", table.rawValue),
        Fact("columns", recognition.missing.joined(separator: ", ")),
      ], line: list.first.line, column: 1)
  }

  private mutating func noteExtra(_ recognition: Recognition, _ table: TableID) {
    guard !recognition.extra.isEmpty else { return }
    result.report(
      .ignoredColumn, value: recognition.extra[0],
      facts: [
        Fact("table", table.rawValue),
        Fact("columns", recognition.extra.joined(separator: ", ")),
      ], line: list.first.line, column: list.first.lead + 1)
  }
}
