import BillingModel
import CSVReading
import Diagnostics
import UnicodeFolding

/// One reading of a CSV file from its first byte to its last.
struct CSVPass: CSVTaker {
  /// What the file gave, one value for each table in it.
  var readings: [TableReading] { results.isEmpty ? [result] : results }
  private(set) var result: TableReading
  private var results: [TableReading] = []
  /// Bytes were met that are not UTF-8, and none that only UTF-8 explains.
  private(set) var isReallyWindows1252 = false
  /// The dialect in which the whole file says it is to be read, if that is another one.
  private(set) var otherDialect: Dialect?

  /// The tables that the file becomes when it is a vendor's export.
  private(set) var mapped: MappedCSV?
  let input: InputFile
  let options: ReadingOptions
  private let encoding: TextEncoding
  private var dialect: Dialect { options.dialect }
  var sink: RowSink?
  private var recognition: Recognition?
  /// The header was read.
  var hasHeader: Bool { recognition != nil }
  var batches: BatchReader?
  var rows = 0
  /// The header cannot be read, and a finding says so.
  private var isRefused = false
  var hasInvalid = false
  var hasMultibyte = false

  init(_ input: InputFile, _ options: ReadingOptions, encoding: TextEncoding) {
    self.input = input
    self.options = options
    self.encoding = encoding
    result = TableReading(file: SourceFile(path: input.path))
    result.file.syntax = .csv
    result.file.encoding = encoding.rawValue
    result.layout.encoding = encoding
    result.witnesses = options.witnesses
  }

  /// Says where the text begins, and which byte stands between fields.
  mutating func describe(_ start: FileStart, delimiter: UInt8) {
    result.layout.start = start.textStart
    result.layout.typeLine = start.typeLine
    result.file.delimiter = String(Character(Unicode.Scalar(delimiter)))
    result.layout.delimiter = delimiter
  }

  /// A scanner for the records after the header.
  var scanner: CSVRecordScanner {
    var scanner = CSVRecordScanner(delimiter: result.layout.delimiter)
    scanner.expectedFields = result.layout.names.count
    return scanner
  }

  /// Forgets all but the header.
  mutating func forgetRecords() {
    rows = 0
    hasInvalid = false
    hasMultibyte = false
    sink = recognition.flatMap { recognised in makeSink(recognised) }
  }

  mutating func takeRecord(
    _ bytes: Span<UInt8>, _ scanner: inout CSVRecordScanner,
    _ outcome: CSVRecordScanner.Outcome, _ place: CSVWindow.Place
  ) {
    let record = RecordPlace(
      line: place.line, offset: place.offset, start: place.start,
      length: scanner.end - place.start)
    guard recognition != nil else {
      takeHeader(bytes, &scanner, outcome, record)
      return
    }
    rows += 1
    guard mapped == nil else {
      let isText = !scanner.hasHighBytes || isText(bytes, scanner, record)
      mapped?.take(bytes, scanner, outcome, record, isDamaged: scanner.hasNUL || !isText)
      return
    }
    guard sink != nil else {
      if scanner.hasHighBytes { _ = isText(bytes, scanner, record) }
      keepPlaceOfUnusedRow(record)
      return
    }
    if case .unclosedQuote(let quote) = outcome {
      sink?.damage(
        record, bytes, CellProblem(rule: .unclosedQuote), key: nil, at: quote..<scanner.end)
      return
    }
    takeRow(bytes, scanner, record)
  }

  private mutating func takeRow(
    _ bytes: borrowing Span<UInt8>, _ scanner: CSVRecordScanner, _ record: RecordPlace
  ) {
    guard scanner.fields.count == result.layout.names.count else {
      if encoding.isUTF16, takeHalfCharacter(bytes, scanner, record) { return }
      let problem = CellProblem(
        rule: .rowShape,
        facts: [
          Fact("found", "\(scanner.fields.count)"),
          Fact("expected", "\(result.layout.names.count)"),
        ])
      let key = keyText(bytes, scanner)
      sink?.damage(record, bytes, problem, key: key, at: nil)
      return
    }
    let isDamaged = scanner.hasNUL || (scanner.hasHighBytes && !isText(bytes, scanner, record))
    for (index, field) in scanner.fields.enumerated() {
      if isDamaged,
        let problem = EncodingProblem.find(bytes, field.start..<field.end, encoding)
      {
        let value = String(decoding: content(of: field, bytes), as: UTF8.self)
        sink?.refuse(index, problem, value: value, at: field.outerStart..<field.end)
      } else if field.hasDoubledQuotes || (scanner.hasHighBytes && encoding == .windows1252) {
        let text = content(of: field, bytes)
        sink?.take(index, text.span, at: field.outerStart..<field.end)
      } else {
        sink?.take(
          index, bytes.extracting(field.start..<field.end), at: field.outerStart..<field.end)
      }
    }
    sink?.end(record, bytes)
  }

  /// Sets a record of the wrong shape aside for half a character in it, as a file that is cut off
  /// has it at its end.
  private mutating func takeHalfCharacter(
    _ bytes: borrowing Span<UInt8>, _ scanner: CSVRecordScanner, _ record: RecordPlace
  ) -> Bool {
    for field in scanner.fields {
      guard let problem = EncodingProblem.find(bytes, field.start..<field.end, encoding) else {
        continue
      }
      let key = keyText(bytes, scanner)
      sink?.damage(record, bytes, problem, key: key, at: field.outerStart..<field.end)
      return true
    }
    return false
  }

  /// Checks a record with bytes from 0x80, and keeps what they say about the file's encoding.
  private mutating func isText(
    _ bytes: borrowing Span<UInt8>, _ scanner: CSVRecordScanner, _ record: RecordPlace
  ) -> Bool {
    let range = record.start..<record.start + record.length
    if encoding == .windows1252 {
      for index in range where TextBytes.isUndefinedInWindows1252(bytes[index]) { return false }
      return true
    }
    if TextBytes.firstInvalid(bytes, in: range) == nil {
      hasMultibyte = true
      return true
    }
    hasInvalid = true
    if TextBytes.hasMultibyteSequence(bytes, in: range) { hasMultibyte = true }
    return false
  }

  /// A field's text in UTF-8, its quotes resolved.
  private func content(of field: CSVField, _ bytes: borrowing Span<UInt8>) -> [UInt8] {
    Self.content(of: field, bytes, encoding)
  }

  static func content(
    of field: CSVField, _ bytes: borrowing Span<UInt8>, _ encoding: TextEncoding
  ) -> [UInt8] {
    var content: [UInt8] = []
    field.copyContent(of: bytes, into: &content)
    guard encoding == .windows1252 else { return content }
    var text: [UInt8] = []
    TextBytes.appendWindows1252(content.span, in: 0..<content.count, to: &text)
    return text
  }

  /// The key of a record with the wrong number of fields, if it still stands in its place.
  private func keyText(_ bytes: borrowing Span<UInt8>, _ scanner: CSVRecordScanner) -> String? {
    guard let source = result.layout.sources[0], source < scanner.fields.count else { return nil }
    let text = String(decoding: content(of: scanner.fields[source], bytes), as: UTF8.self)
    return WhiteSpace.trimmed(text)
  }
}

extension CSVPass {
  private mutating func takeHeader(
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

  private func makeSink(_ recognised: Recognition) -> RowSink? {
    recognised.table.map { table in
      var sink = RowSink(
        path: input.path, table: table, encoding: encoding, recognition: recognised, syntax: .csv,
        dialect: dialect)
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

  /// Keeps where a row stands that no table takes: of a file that lacks a column, it is in quarantine.
  private mutating func keepPlaceOfUnusedRow(_ record: RecordPlace) {
    guard result.file.table != nil else { return }
    result.pending.append(
      PendingRow(
        line: record.line, offset: record.offset, length: record.length, rules: [.missingColumn]))
  }

  /// Ends the pass: all records were taken.
  mutating func finish(
    byteCount: Int, sha256: String? = nil, ambiguous rivals: [UInt8] = []
  ) {
    result.file.byteCount = byteCount
    result.file.sha256 = sha256
    isReallyWindows1252 = hasInvalid && !hasMultibyte && encoding == .utf8
    result.file.rowsIn = rows
    guard recognition != nil else {
      report(.unknownTable, variant: 1)
      return
    }
    if let mapped {
      if rows == 0 { report(.noRows, facts: [Fact("table", mapped.reading.format.title)]) }
      (results, otherDialect) = mapped.finish(result)
      return
    }
    guard let table = result.file.table else {
      finishUnknown(rivals)
      return
    }
    guard let sink else { return }
    take(sink)
    otherDialect = result.decideDialect(sink.evidence, tried: dialect)
    if rows == 0 {
      report(.noRows, facts: [Fact("table", table.rawValue)])
    }
  }

  private mutating func take(_ sink: RowSink) {
    result.pending = sink.pending
    result.mentions = sink.mentions
    result.findings += sink.findings
    result.shards =
      [sink.builder.finish(file: 0, given: sink.recognition.given)] + sink.laterShards
  }

  private mutating func finishUnknown(_ rivals: [UInt8]) {
    if rivals.count > 1 {
      let names = rivals.map { DelimiterChoice.name($0) }
      report(
        .ambiguousFormat, variant: 3,
        facts: [Fact("first", names[0]), Fact("second", names[1])]
          + InputSetting.facts(
            input.path, DelimiterChoice.setting(rivals[0]), DelimiterChoice.setting(rivals[1])))
    } else if !isRefused {
      let columns = result.file.columns.prefix(12).joined(separator: ", ")
      report(.unknownTable, facts: [Fact("columns", columns)])
    }
    result.file.ignored = rows
  }

  private mutating func report(
    _ rule: RuleID, variant: Int = 0, value: String? = nil, facts: [Fact] = [], line: Int? = nil,
    column: Int? = nil, length: Int = 1
  ) {
    result.report(
      rule, variant: variant, value: value, facts: facts, line: line, column: column,
      length: length)
  }
}
