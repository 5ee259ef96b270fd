import BillingModel
import CSVReading
import Diagnostics
import UnicodeFolding

extension CSVPass {
  /// Takes the first record: the names of the columns say what the file is.
  mutating func takeHeader(
    _ bytes: borrowing Span<UInt8>, _ scanner: inout CSVRecordScanner,
    _ outcome: CSVRecordScanner.Outcome, _ record: RecordPlace
  ) {
    if case .unclosedQuote(let quote) = outcome {
      recognition = Recognition.recognise([])
      let place = record.position(of: quote, bytes, encoding)
      isRefused = true
      report(.unclosedQuote, line: place.line, column: place.column, length: 1)
      return
    }
    if scanner.hasHighBytes { _ = isText(bytes, scanner, record) }
    guard !hasLoneReturn(bytes, scanner) else {
      recognition = Recognition.recognise([])
      isRefused = true
      report(.unreadableFile, variant: 4)
      return
    }
    let names = scanner.fields.map { field in
      WhiteSpace.trimmed(String(decoding: content(of: field, bytes), as: UTF8.self))
    }
    scanner.expectedFields = names.count
    result.file.columns = names
    result.layout.names = names
    let choice = FormatChoice.choose(names, options)
    result.file.recognition = choice.reason(names, options)
    switch choice {
    case .own(let recognised): takeOwn(recognised, scanner, bytes, record)
    case .mapped(let format):
      recognition = Recognition.recognise([])
      let mapped = MappedCSV(format, names, result.file, encoding: encoding, options)
      result.note(mapped, record)
      if mapped.missing.isEmpty { self.mapped = mapped }
    }
  }

  private mutating func takeOwn(
    _ recognised: Recognition, _ scanner: CSVRecordScanner, _ bytes: borrowing Span<UInt8>,
    _ record: RecordPlace
  ) {
    recognition = recognised
    result.file.table = recognised.table
    guard let table = recognised.table else { return }
    result.file.format = "billfold"
    for (source, column) in recognised.columns.enumerated() {
      if case .known(let index) = column { result.layout.sources[index] = source }
    }
    result.isCorrection = CorrectionColumns.areIn(result.file.columns)
    noteExtra(recognised, scanner, bytes, record)
    guard recognised.missing.isEmpty else {
      let facts = [
        Fact("table", table.rawValue), Fact("columns", recognised.missing.joined(separator: ", ")),
      ]
      report(.missingColumn, facts: facts, line: record.line, column: 1, length: record.length)
      return
    }
    sink = makeSink(recognised)
    guard let reach = options.blocks.reach, !result.isCorrection else { return }
    batches = BatchPlan(
      recognised, encoding: encoding, delimiter: result.layout.delimiter, dialect: dialect
    ).map { BatchReader($0, reach: reach) }
  }

  /// What the rows go into; nil when the columns are those of no table.
  func makeSink(_ recognised: Recognition) -> RowSink? {
    recognised.table.map { table in
      var sink = RowSink(
        path: input.path, table: table, encoding: encoding, recognition: recognised, syntax: .csv,
        dialect: dialect, people: options.people)
      sink.isCorrection = result.isCorrection
      return sink
    }
  }

  /// True when an unquoted heading holds a CR: lines that end so are taken for one.
  private func hasLoneReturn(
    _ bytes: borrowing Span<UInt8>, _ scanner: borrowing CSVRecordScanner
  ) -> Bool {
    for field in scanner.fields where !field.isQuoted {
      for index in field.start..<field.end where bytes[index] == 13 { return true }
    }
    return false
  }

  private mutating func noteExtra(
    _ recognised: Recognition, _ scanner: CSVRecordScanner, _ bytes: borrowing Span<UInt8>,
    _ record: RecordPlace
  ) {
    guard
      let first = recognised.columns.indices.first(where: { index in
        if case .known = recognised.columns[index] { return false }
        return !result.isCorrection || !CorrectionColumns.have(result.file.columns[index])
      }), let table = recognised.table
    else { return }
    let repeated = recognised.columns.enumerated().filter { $0.element == .repeated }.map {
      result.file.columns[$0.offset] + " (a second time)"
    }
    let field = scanner.fields[first]
    let place = record.position(of: field.outerStart, bytes, encoding)
    let extra = recognised.extra.filter { !result.isCorrection || !CorrectionColumns.have($0) }
    let names = (extra + repeated).joined(separator: ", ")
    report(
      .ignoredColumn, value: result.file.columns[first],
      facts: [Fact("table", table.rawValue), Fact("columns", names)],
      line: place.line, column: place.column, length: field.end - field.start)
  }
}
