import BillingModel
import CSVReading
import Diagnostics
import UnicodeFolding

/// Reads the records of a CSV file in a vendor's format.
struct MappedCSV {
  /// The fields that the format needs and the file does not have.
  var missing: [String] { reading.missing }
  private(set) var reading: MappedReading
  private let format: FormatMapping
  private let encoding: TextEncoding
  private let tables: [MappedTable]
  private let hasPieces: Bool
  private let names: [String]
  /// The place in the file of each field that columns are made from.
  private let places: [Int?]
  /// The places of the others.
  private let extra: [Int]

  init(
    _ format: FormatMapping, _ names: [String], _ file: SourceFile, encoding: TextEncoding,
    _ options: ReadingOptions
  ) {
    self.format = format
    self.encoding = encoding
    self.names = names
    let keys = names.map(HeaderName.key)
    let places = format.paths.map { path in keys.firstIndex(of: HeaderName.key(path.name)) }
    self.places = places
    let stateOnly = format.stateOnlyPath.flatMap { places[$0] }
    extra = names.indices.filter { $0 == stateOnly || !places.contains($0) }
    let known = Set((format.also + format.recognise.joined()).map(HeaderName.key))
    reading = MappedReading(
      format, file: file, encoding: encoding, options,
      extra: extra.map { names[$0].isEmpty ? "column \($0 + 1)" : names[$0] },
      unknown: extra.filter { !known.contains(keys[$0]) }.map { names[$0] }
    ) { keys.contains(HeaderName.key($0.name)) }
    tables = reading.tables
    hasPieces = tables.contains { $0.pieces != nil }
  }

  /// Whether the file may be read in parts.
  var canBeCut: Bool { reading.canBeCut }

  /// Forgets all records.
  mutating func forgetRecords() {
    reading.forgetRecords()
  }

  /// Appends the records of a later part of the file, before which so many lines stand.
  mutating func append(_ later: MappedCSV, lines: Int) {
    reading.append(later.reading, lines: lines)
  }

  /// Takes a record, or a line that could not be read as one.
  mutating func take(
    _ bytes: borrowing Span<UInt8>, _ scanner: CSVRecordScanner,
    _ outcome: CSVRecordScanner.Outcome, _ place: RecordPlace, isDamaged: Bool
  ) {
    if case .unclosedQuote = outcome {
      reading.damage(place, bytes, CellProblem(rule: .unclosedQuote))
      return
    }
    guard scanner.fields.count == names.count else {
      let facts = [
        Fact("found", "\(scanner.fields.count)"), Fact("expected", "\(names.count)"),
      ]
      reading.damage(place, bytes, CellProblem(rule: .rowShape, facts: facts))
      return
    }
    reading.record.clear()
    for place in places {
      guard let place else {
        reading.record.cells.append(nil)
        continue
      }
      let cell = cell(scanner.fields[place], bytes, isDamaged: isDamaged)
      reading.record.cells.append(cell)
    }
    for place in extra {
      let cell = cell(scanner.fields[place], bytes, isDamaged: isDamaged)
      reading.record.extra.append(cell.problem == nil ? cell : nil)
    }
    if hasPieces {
      for index in tables.indices { reading.record.pieces.append(pieces(tables[index], place)) }
    }
    reading.takeRecord(at: place, copy bytes)
  }

  /// A field of the record, whose text is added to the record's.
  private mutating func cell(
    _ field: CSVField, _ bytes: borrowing Span<UInt8>, isDamaged: Bool
  ) -> SourceCell {
    let problem =
      isDamaged ? EncodingProblem.find(copy bytes, field.start..<field.end, encoding) : nil
    return SourceCell(
      text: text(field, bytes), range: field.outerStart..<field.end,
      problem: problem.map { reading.record.append($0) })
  }

  /// Adds the text of a field, trimmed.
  private mutating func text(
    _ field: CSVField, _ bytes: borrowing Span<UInt8>
  ) -> Range<Int> {
    guard encoding != .windows1252, !field.hasDoubledQuotes else {
      let content = CSVPass.content(of: field, bytes, encoding)
      return reading.record.append(content.span.extracting(WhiteSpace.trimmed(content.span)))
    }
    let content = bytes.extracting(field.start..<field.end)
    return reading.record.append(content.extracting(WhiteSpace.trimmed(content)))
  }

  private mutating func pieces(
    _ table: MappedTable, _ place: RecordPlace
  ) -> [MappedRecord.Piece] {
    guard case .plusSigns(let index) = table.pieces, let cell = reading.record.cells[index],
      cell.problem == nil
    else { return [] }
    return reading.pieces(of: cell, table, place)
  }

  /// The readings of all tables; and the dialect in which the file says it is to be read, if that is
  /// another one.
  func finish(_ base: TableReading) -> (readings: [TableReading], otherDialect: Dialect?) {
    let keys = names.map(HeaderName.key)
    let readings = reading.readings(base) { path in
      keys.firstIndex(of: HeaderName.key(path.name))
    }
    return reading.decideDialect(readings)
  }
}

/// Product names in one text, joined by plus signs.
enum PlusSigns {
  /// The pieces between plus signs that no blanks surround. Pieces that no product is called are
  /// put together again when a product has the whole name.
  static func pieces(of text: [UInt8], _ lookups: ProductLookups) -> [[UInt8]] {
    guard !text.isEmpty else { return [] }
    var pieces: [[UInt8]] = [[]]
    for (index, byte) in text.enumerated() {
      let isSeparator =
        byte == UInt8(ascii: "+") && index > 0 && text[index - 1] != 32
        && index + 1 < text.count && text[index + 1] != 32
      if isSeparator { pieces.append([]) } else { pieces[pieces.count - 1].append(byte) }
    }
    return lookups.isEmpty ? pieces : joined(pieces, lookups)
  }

  private static func joined(_ pieces: [[UInt8]], _ lookups: ProductLookups) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var index = 0
    while index < pieces.count {
      var end = index + 1
      if !isName(pieces[index...index], lookups) {
        // No name has more pieces: a long text must not be tried in all ways.
        let limit = min(pieces.count, index + lookups.mostPieces)
        for last in (index + 1..<max(index + 1, limit)).reversed()
        where isName(pieces[index...last], lookups) {
          end = last + 1
          break
        }
      }
      result.append(Array(pieces[index..<end].joined(separator: [UInt8(ascii: "+")])))
      index = end
    }
    return result
  }

  private static func isName(_ pieces: ArraySlice<[UInt8]>, _ lookups: ProductLookups) -> Bool {
    let text = pieces.joined(separator: [UInt8(ascii: "+")])
    return lookups.isName(String(decoding: Array(text), as: UTF8.self))
  }
}
