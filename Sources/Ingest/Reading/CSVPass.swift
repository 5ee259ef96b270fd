import BillingModel
import CSVReading
import Diagnostics

/// One reading of a CSV file from its first byte to its last.
struct CSVPass: CSVTaker {
  /// What the file gave, one value for each table in it.
  var readings: [TableReading] { results.isEmpty ? [result] : results }
  var result: TableReading
  var results: [TableReading] = []
  /// Bytes were met that are not UTF-8, and none that only UTF-8 explains.
  var isReallyWindows1252 = false
  /// The dialect in which the whole file says it is to be read, if that is another one.
  var otherDialect: Dialect?

  /// The tables that the file becomes when it is a vendor's export.
  var mapped: MappedCSV?
  let input: InputFile
  let options: ReadingOptions
  let encoding: TextEncoding
  var dialect: Dialect { options.dialect }
  var sink: RowSink?
  /// What the header says; nil before it was read.
  var recognition: Recognition?
  /// The header was read.
  var hasHeader: Bool { recognition != nil }
  var batches: BatchReader?
  var rows = 0
  /// The header cannot be read, and a finding says so.
  var isRefused = false
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
    mapped?.forgetRecords()
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

  /// Reports a finding about the file.
  mutating func report(
    _ rule: RuleID, variant: Int = 0, value: String? = nil, facts: [Fact] = [], line: Int? = nil,
    column: Int? = nil, length: Int = 1
  ) {
    result.report(
      rule, variant: variant, value: value, facts: facts, line: line, column: column,
      length: length)
  }
}
