import BillingModel
import CSVReading
import Diagnostics
import UnicodeFolding

/// Takes the cells of a file's records one after the other, and decides what becomes of each record.
struct RowSink {
  let path: String
  let table: TableID
  let encoding: TextEncoding
  let recognition: Recognition
  private let parsers: [CellParser]
  /// The parsers of cells that are written as the schema says, whatever the dialect of the file.
  private let plainParsers: [CellParser]
  var builder: TableBuilder
  var evidence: FormatEvidence
  var pending: [PendingRow] = []
  var mentions: [String] = []
  var findings: [PlacedFinding] = []
  var accepted = 0
  /// The rows are corrections, as quarantine's own files have them.
  var isCorrection = false
  /// The rows of later parts of the file.
  var laterShards: [TableContents] = []
  private var problems: [Problem] = []
  private var seen: Set<Int> = []
  private let checksPresence: Bool
  private let keyColumn: Int?

  private struct Problem {
    let range: Range<Int>?
    let problem: CellProblem
    let value: String?
    let column: Int?
  }

  init(
    path: String, table: TableID, encoding: TextEncoding, recognition: Recognition,
    syntax: SourceFile.Syntax, dialect: Dialect, people: KnownPeople? = nil
  ) {
    self.path = path
    self.table = table
    self.encoding = encoding
    self.recognition = recognition
    let schema = table.schema.columns
    parsers = schema.enumerated().map { CellParser($1, column: $0, dialect: dialect) }
    plainParsers =
      dialect.isPlain
      ? parsers : schema.enumerated().map { CellParser($1, column: $0, dialect: .plain) }
    evidence = FormatEvidence(columns: schema.count)
    builder = TableBuilder(table, extra: recognition.extra, people: people?.texts)
    checksPresence = syntax != .csv
    keyColumn = schema.first?.isKey == true ? 0 : nil
  }

  /// Takes a cell of the record that is being read: its text in UTF-8, escapes resolved, not trimmed,
  /// and where it stands in the bytes at hand, for findings.
  /// `isPlain`: it is written as the schema says, whatever the dialect of the file.
  mutating func take(
    _ source: Int, _ content: Span<UInt8>, at range: Range<Int>, isPlain: Bool = false
  ) {
    var text = Self.isTrimmed(content) ? 0..<content.count : WhiteSpace.trimmed(content)
    if isCorrection { text = CorrectionColumns.unguarded(text, content) }
    switch recognition.columns[source] {
    case .known(let column):
      if checksPresence { seen.insert(column) }
      let problem = (isPlain ? plainParsers : parsers)[column].parse(
        content.extracting(text), into: &builder, evidence: &evidence)
      if let problem {
        let value = String(decoding: content.extracting(text).copied, as: UTF8.self)
        problems.append(
          Problem(range: range, problem: problem, value: value, column: column))
      }
    case .extra(let column):
      if !text.isEmpty { builder.append(extra: content.extracting(text), column: column) }
    case .repeated: break
    }
  }

  /// Says that a cell of the record cannot be used, for another reason than its type.
  mutating func refuse(
    _ source: Int?, _ problem: CellProblem, value: String?, at range: Range<Int>?
  ) {
    var column: Int?
    if let source, case .known(let known) = recognition.columns[source] {
      column = known
      seen.insert(known)
    }
    problems.append(Problem(range: range, problem: problem, value: value, column: column))
  }

  private static func isTrimmed(_ content: Span<UInt8>) -> Bool {
    guard content.count > 0 else { return true }
    let first = content[0]
    let last = content[content.count - 1]
    return first > 32 && first < 127 && last > 32 && last < 127
  }
}

extension RowSink {
  /// Ends the record: it is kept when all its cells can be used, else set aside whole.
  mutating func end(_ record: RecordPlace, _ bytes: Span<UInt8>) {
    checkRow()
    evidence.endRecord(line: record.line)
    guard !problems.isEmpty else {
      if table == .selfServicePolicies, !builder.hasPendingText(column: 2) {
        let standard = Array("AllowSelfServicePurchase".utf8)
        builder.append(text: standard.span, column: 2)
      }
      builder.commit(line: record.line, offset: record.offset)
      accepted += 1
      seen.removeAll(keepingCapacity: true)
      return
    }
    setAside(record, bytes)
  }

  /// Sets a record aside whose fields cannot be told apart.
  mutating func damage(
    _ record: RecordPlace, _ bytes: Span<UInt8>, _ problem: CellProblem, key: String?,
    at range: Range<Int>?
  ) {
    if let key, !key.isEmpty { mentions.append(key) }
    report(problem, value: nil, at: range, record, bytes)
    var row = PendingRow(
      line: record.line, offset: record.offset, length: record.length, rules: [problem.rule])
    row.unread = Set(amountColumns)
    pending.append(row)
    problems.removeAll(keepingCapacity: true)
    seen.removeAll(keepingCapacity: true)
    builder.rollBack()
  }

  private var amountColumns: [Int] {
    parsers.indices.filter {
      parsers[$0].type == .amount && recognition.columns.contains(.known($0))
    }
  }

  /// Checks what only the whole record tells.
  private mutating func checkRow() {
    if checksPresence {
      for parser in parsers where parser.mustHaveValue && !seen.contains(parser.column) {
        guard recognition.columns.contains(.known(parser.column)) else { continue }
        problems.append(
          Problem(
            range: nil,
            problem: CellProblem(rule: .missingValue, facts: [Fact("column", parser.name)]),
            value: nil, column: parser.column))
      }
    }
    if table == .licenseAssignments, problems.isEmpty, !builder.hasPendingText(column: 0),
      !builder.hasPendingText(column: 1)
    {
      problems.append(
        Problem(
          range: nil, problem: CellProblem(rule: .missingValue, variant: 2), value: nil, column: 0))
    }
  }

  private mutating func setAside(_ record: RecordPlace, _ bytes: Span<UInt8>) {
    var rules: [RuleID] = []
    for problem in problems {
      report(problem.problem, value: problem.value, at: problem.range, record, bytes)
      if !rules.contains(problem.problem.rule) { rules.append(problem.problem.rule) }
    }
    var row = PendingRow(
      line: record.line, offset: record.offset, length: record.length, rules: rules)
    note(readableCells: &row)
    pending.append(row)
    problems.removeAll(keepingCapacity: true)
    seen.removeAll(keepingCapacity: true)
    builder.rollBack()
  }

  /// Keeps what can be read of a record that is set aside: its key, amounts and currency.
  private mutating func note(readableCells row: inout PendingRow) {
    if let keyColumn, let key = builder.pendingText(column: keyColumn) { mentions.append(key) }
    let bad = Set(problems.compactMap(\.column))
    for column in amountColumns {
      if bad.contains(column) {
        row.unread.insert(column)
      } else if let amount = builder.pendingNumber(column: column) {
        row.amounts[column] = amount
      }
    }
    guard let currency = table.schema.index(of: "currency") else { return }
    row.currency = builder.pendingCurrency(column: currency)
    if bad.contains(currency) {
      row.unread.formUnion(row.amounts.keys)
      row.amounts = [:]
    } else if row.currency == nil, table == .invoiceLines {
      row.invoice = builder.pendingText(column: 0)
    }
  }

  private mutating func report(
    _ problem: CellProblem, value: String?, at range: Range<Int>?, _ record: RecordPlace,
    _ bytes: Span<UInt8>
  ) {
    let place = record.position(of: range?.lowerBound ?? record.start, bytes, encoding)
    let severity = ReadingRules.all.first { $0.id == problem.rule }?.severity ?? .error
    findings.append(
      PlacedFinding(
        finding: Finding(
          rule: problem.rule, severity: severity,
          location: SourceLocation(file: path, line: place.line, column: place.column),
          subject: Subject(.record, "\(path):\(record.line)"), value: value,
          variant: problem.variant, facts: problem.facts),
        lineOffset: place.lineOffset, length: range?.count ?? 1))
  }
}
