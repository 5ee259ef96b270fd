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
  private let expressions: [ColumnExpression]
  private var seen: Set<[UInt8]> = []

  /// `extra`: the names of fields that become no column and are kept with the rows of this table.
  init(
    _ table: MappedTable, columns: [MappedColumn], extra: [String], file: SourceFile,
    encoding: TextEncoding, dialect: Dialect
  ) {
    self.table = table
    self.columns = columns
    expressions = columns.map(\.expression)
    let recognition = Recognition(
      table: table.table, mapped: columns.map(\.column), extra: extra)
    sink = RowSink(
      path: file.path, table: table.table, encoding: encoding, recognition: recognition,
      syntax: file.syntax ?? .csv, dialect: dialect)
    emptySink = sink
  }

  /// The place in the schema of each column and the fields it is made from.
  var given: [MappedColumn] { columns }

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

  /// Makes a row of what `mapper` holds, unless a condition leaves it out.
  mutating func add(
    _ mapper: CellMapper, extra: ExtraTexts, at place: RecordPlace, _ bytes: Span<UInt8>
  ) {
    guard table.conditions.allSatisfy({ Self.holds($0, mapper) }),
      !table.exclusions.contains(where: { Self.holds($0, mapper) })
    else { return }
    let cells = expressions.indices.map { mapper.cell(expressions[$0]) }
    if table.isDistinct {
      let key = Array(cells.map { $0?.text ?? [] }.joined(separator: [0]))
      guard seen.insert(key).inserted else { return }
    }
    count += 1
    for (index, cell) in cells.enumerated() { take(cell, index, place) }
    for (index, cell) in extra.places.enumerated() {
      guard let cell, !cell.text.isEmpty else { continue }
      let text = extra.bytes.span.extracting(cell.text)
      sink.take(columns.count + index, text, at: cell.range ?? place.range)
    }
    sink.end(place, bytes)
  }

  private mutating func take(_ cell: CellMapper.Cell?, _ index: Int, _ place: RecordPlace) {
    guard let cell else {
      let none: [UInt8] = []
      sink.take(index, none.span, at: place.start..<place.start)
      return
    }
    let range = cell.range ?? place.start..<place.start
    if let problem = cell.problem {
      sink.refuse(
        index, problem, value: String(decoding: cell.text, as: UTF8.self), at: range)
    } else {
      sink.take(index, cell.text.span, at: range, isPlain: cell.isPlain)
    }
  }

  /// Sets a record aside whose fields cannot be told apart.
  mutating func damage(_ place: RecordPlace, _ bytes: Span<UInt8>, _ problem: CellProblem) {
    count += 1
    sink.damage(place, bytes, problem, key: nil, at: nil)
  }

  private static func holds(_ condition: MappedTable.Condition, _ mapper: CellMapper) -> Bool {
    let field = mapper.field(condition.field)
    guard let texts = condition.texts else { return field != nil }
    return texts.value(of: field?.text ?? []) != nil
  }
}

extension RecordPlace {
  /// Its bytes among those at hand.
  var range: Range<Int> { start..<start + length }
}
