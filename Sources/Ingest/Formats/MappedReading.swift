import BillingModel
import CalendarDates
import CSVReading
import Diagnostics

/// Reads the records of a file in a vendor's format into the tables that its mapping names.
struct MappedReading {
  let format: FormatMapping
  private var rows: [MappedRows] = []
  private let mapper: CellMapper
  /// The record at hand.
  var record = MappedRecord()
  private var records = 0
  /// The latest day that records name as that of the state which the file is.
  private var stateDay: CalendarDate?
  /// The names of fields that the format does not know.
  private(set) var unknown: [String] = []
  /// The fields that the first table needs and the file does not have.
  private(set) var missing: [String] = []
  let dialect: Dialect

  /// `has` tells which of the format's fields the file has; `extra` names the fields it does not use.
  init(
    _ format: FormatMapping, file: SourceFile, encoding: TextEncoding, _ options: ReadingOptions,
    extra: [String], unknown: [String], has: (FieldPath) -> Bool
  ) {
    self.format = format
    self.unknown = unknown
    dialect = options.dialect.or(format.dialect)
    mapper = CellMapper(
      dialect: dialect, lookups: options.lookups, nullWords: format.nullWords)
    let applying = format.tables.filter { !$0.without.contains(where: has) }
    // A record must have a table; a mapping that leaves none is taken as it stands.
    let tables = applying.isEmpty ? format.tables : applying
    for (index, table) in tables.enumerated() {
      let columns = table.columns.filter { column in
        column.expression.isGiven { reference in
          guard case .record(let place) = reference else { return true }
          return has(format.paths[place])
        }
      }
      let absent = Self.absent(table, columns)
      if index == 0 { missing = absent }
      guard index == 0 || absent.isEmpty else { continue }
      rows.append(
        MappedRows(
          table, columns: columns, extra: index == 0 ? extra : [], file: file, encoding: encoding,
          dialect: dialect))
    }
  }

  /// The product names that are known.
  var lookups: ProductLookups { mapper.lookups }

  /// The tables that are filled.
  var tables: [MappedTable] { rows.map(\.table) }

  /// The fields that required columns of a table are made from, and that are not there.
  private static func absent(_ table: MappedTable, _ given: [MappedColumn]) -> [String] {
    let has = Set(given.map(\.name))
    return table.table.schema.columns.filter { $0.isRequired && !has.contains($0.name) }.map {
      column in
      table.columns.first { $0.name == column.name }?.fields.first ?? column.name
    }
  }

  /// Makes the rows of the record at hand.
  mutating func takeRecord(at place: RecordPlace, _ bytes: Span<UInt8>) {
    records += 1
    record.ordinal = records
    if let field = format.state { stateDay = mapper.latestDay(field, stateDay, record) }
    for index in rows.indices {
      guard rows[index].isOfPieces else {
        record.item.removeAll(keepingCapacity: true)
        rows[index].add(&record, by: mapper, hasExtra: index == 0, at: place, bytes)
        continue
      }
      for piece in record.pieces[index] {
        record.item = piece.cells
        rows[index].add(&record, by: mapper, hasExtra: false, at: piece.place, bytes)
      }
    }
  }

  /// The pieces between the plus signs of a field of the record at hand.
  mutating func pieces(
    of cell: SourceCell, _ table: MappedTable, _ place: RecordPlace
  ) -> [MappedRecord.Piece] {
    let texts = PlusSigns.pieces(of: Array(record.texts[cell.text]), lookups)
    return texts.map { text in
      let piece = SourceCell(text: record.append(text.span), range: cell.range)
      return MappedRecord.Piece(place: place, cells: table.itemPaths.map { _ in piece })
    }
  }

  /// Sets a record aside whose fields cannot be told apart.
  mutating func damage(_ place: RecordPlace, _ bytes: Span<UInt8>, _ problem: CellProblem) {
    records += 1
    rows[0].damage(place, bytes, problem)
  }

  /// Whether the file may be read in parts.
  var canBeCut: Bool { rows.allSatisfy(\.canBeCut) }

  /// Forgets all records.
  mutating func forgetRecords() {
    records = 0
    stateDay = nil
    for index in rows.indices { rows[index].forgetRecords() }
  }

  /// Appends the records of a later part of the file, before which so many lines stand.
  mutating func append(_ later: MappedReading, lines: Int) {
    for index in rows.indices {
      rows[index].append(later.rows[index], lines: lines, records: records)
    }
    records += later.records
    if let day = later.stateDay { stateDay = stateDay.map { max(day, $0) } ?? day }
  }

  /// What the file's dialect is decided from.
  var evidence: FormatEvidence {
    FormatEvidence.side(by: rows.map(\.sink.evidence))
  }

  /// The readings of all tables. `source` gives the place in the file of a field.
  func readings(
    _ base: TableReading, source: (FieldPath) -> Int?
  ) -> [TableReading] {
    rows.enumerated().map { index, rows in
      var reading = base
      if index > 0 { reading.findings = [] }
      reading.file.table = rows.table.table
      reading.file.format = format.name
      reading.file.isSummary = rows.table.isSummary
      reading.file.rowsIn = rows.count
      reading.stateDay = stateDay
      reading.pending = rows.sink.pending
      reading.mentions = rows.sink.mentions
      reading.findings += rows.sink.findings
      reading.usesLookups = format.usesLookups
      reading.hasOrdinals = rows.hasOrdinals
      for column in rows.given {
        let paths = column.expression.references.map { reference in
          switch reference {
          case .record(let place): format.paths[place]
          case .item(let place): rows.table.itemPaths[place]
          }
        }
        reading.layout.sources[column.column] = paths.lazy.compactMap(source).first
      }
      reading.shards =
        [rows.sink.builder.finish(file: 0, given: rows.sink.recognition.given)]
        + rows.sink.laterShards
      return reading
    }
  }
}
