import BillingModel
import CSVReading
import Diagnostics

/// The rows of one table that a mapped format's records become.
struct MappedRows {
  let table: MappedTable
  /// How many rows were made, those that cannot be used included.
  private(set) var count = 0
  private(set) var sink: RowSink
  /// The same without rows.
  private let emptySink: RowSink
  /// The columns whose fields the file has.
  private let columns: [MappedColumn]
  private let rules: [CellRule]
  private var seen: Set<[UInt8]> = []

  /// `extra`: the names of fields that become no column and are kept with the rows of this table.
  init(
    _ table: MappedTable, columns: [MappedColumn], extra: [String], file: SourceFile,
    encoding: TextEncoding, dialect: Dialect
  ) {
    self.table = table
    self.columns = columns
    rules = columns.map { CellRule($0.expression) }
    let recognition = Recognition(
      table: table.table, mapped: columns.map(\.column), extra: extra)
    sink = RowSink(
      path: file.path, table: table.table, encoding: encoding, recognition: recognition,
      syntax: file.syntax ?? .csv, dialect: dialect)
    emptySink = sink
  }

  /// The place in the schema of each column and the fields it is made from.
  var given: [MappedColumn] { columns }

  /// Whether its rows are made of pieces of records.
  var isOfPieces: Bool { table.pieces != nil }

  /// Whether a row is the same wherever the file is cut.
  var canBeCut: Bool { !table.isDistinct }

  /// Whether it counts the records of the file.
  var hasOrdinals: Bool { columns.contains { $0.expression.isOrdinal } }

  /// Forgets all rows.
  mutating func forgetRecords() {
    count = 0
    sink = emptySink
    seen = []
  }

  /// Appends the rows of a later part of the file, before which so many lines and records stand.
  mutating func append(_ later: MappedRows, lines: Int, records: Int) {
    count += later.count
    sink.append(later.sink, lines: lines, records: hasOrdinals ? records : 0)
  }

  /// Makes a row of a record, or of its piece, unless a condition leaves it out. `hasExtra`: the fields
  /// that become no column are kept with it.
  mutating func add(
    _ record: inout MappedRecord, by mapper: CellMapper, hasExtra: Bool, at place: RecordPlace,
    _ bytes: Span<UInt8>
  ) {
    for index in table.conditions.indices
    where !Self.holds(table.conditions[index], mapper, record) { return }
    for index in table.exclusions.indices
    where Self.holds(table.exclusions[index], mapper, record) { return }
    if table.isDistinct {
      guard seen.insert(key(&record, mapper)).inserted else { return }
    }
    count += 1
    for index in rules.indices { take(mapper.cell(rules[index], &record), index, record, place) }
    if hasExtra {
      for index in record.extra.indices {
        guard let cell = record.extra[index], !cell.text.isEmpty else { continue }
        let text = record.texts.span.extracting(cell.text)
        sink.take(columns.count + index, text, at: cell.range ?? place.range)
      }
    }
    sink.end(place, bytes)
  }

  /// The texts of all cells.
  private func key(_ record: inout MappedRecord, _ mapper: CellMapper) -> [UInt8] {
    var key: [UInt8] = []
    for rule in rules {
      if let cell = mapper.cell(rule, &record) { key += record.texts[cell.text] }
      key.append(0)
    }
    return key
  }

  private mutating func take(
    _ cell: CellMapper.Cell?, _ index: Int, _ record: borrowing MappedRecord,
    _ place: RecordPlace
  ) {
    let text = record.texts.span.extracting(cell?.text ?? 0..<0)
    let range = cell?.range ?? place.start..<place.start
    if let problem = cell?.problem {
      let value = String(decoding: text.copied, as: UTF8.self)
      sink.refuse(index, record.problems[problem], value: value, at: range)
    } else {
      sink.take(index, text, at: range, isPlain: cell?.isPlain ?? false)
    }
  }

  /// Sets a record aside whose fields cannot be told apart.
  mutating func damage(_ place: RecordPlace, _ bytes: Span<UInt8>, _ problem: CellProblem) {
    count += 1
    sink.damage(place, bytes, problem, key: nil, at: nil)
  }

  private static func holds(
    _ condition: MappedTable.Condition, _ mapper: CellMapper, _ record: borrowing MappedRecord
  ) -> Bool {
    let field = mapper.field(condition.field, record)
    guard let texts = condition.texts else { return field != nil }
    return texts.value(of: record.texts.span.extracting(field?.text ?? 0..<0)) != nil
  }
}

extension RecordPlace {
  /// Its bytes among those at hand.
  var range: Range<Int> { start..<start + length }
}
