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
  private let lookups: ProductLookups
  private let tables: [MappedTable]
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
    lookups = options.lookups
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
    let fields = scanner.fields
    let (texts, ends) = texts(of: fields, bytes)
    let cells = places.map { place in
      place.map { index in
        SourceCell(
          text: texts[(index == 0 ? 0 : ends[index - 1])..<ends[index]],
          range: fields[index].outerStart..<fields[index].end,
          problem: isDamaged ? problem(fields[index], bytes) : nil)
      }
    }
    let extra = extra.map { index -> (text: Range<Int>, range: Range<Int>?)? in
      let field = fields[index]
      guard !isDamaged || problem(field, bytes) == nil else { return nil }
      return ((index == 0 ? 0 : ends[index - 1])..<ends[index], field.outerStart..<field.end)
    }
    let record = MappedRecord(
      cells: cells, pieces: tables.map { pieces($0, cells, place) },
      extra: ExtraTexts(bytes: texts, places: extra))
    reading.take(record, at: place, bytes)
  }

  private func problem(_ field: CSVField, _ bytes: borrowing Span<UInt8>) -> CellProblem? {
    EncodingProblem.find(copy bytes, field.start..<field.end, encoding)
  }

  /// The texts of a record's fields one after the other, and where each ends.
  private func texts(
    of fields: [CSVField], _ bytes: borrowing Span<UInt8>
  ) -> (bytes: [UInt8], ends: [Int]) {
    var texts: [UInt8] = []
    var ends: [Int] = []
    ends.reserveCapacity(fields.count)
    if let first = fields.first, let last = fields.last {
      texts.reserveCapacity(last.end - first.start)
    }
    for field in fields {
      append(field, bytes, to: &texts)
      ends.append(texts.count)
    }
    return (texts, ends)
  }

  /// Appends the text of a field, trimmed.
  private func append(
    _ field: CSVField, _ bytes: borrowing Span<UInt8>, to texts: inout [UInt8]
  ) {
    guard encoding != .windows1252, !field.hasDoubledQuotes else {
      let content = CSVPass.content(of: field, bytes, encoding)
      texts += content[WhiteSpace.trimmed(content.span)]
      return
    }
    let content = bytes.extracting(field.start..<field.end)
    UnsafeCells.append(content.extracting(WhiteSpace.trimmed(content)), to: &texts)
  }

  private func pieces(
    _ table: MappedTable, _ cells: [SourceCell?], _ place: RecordPlace
  ) -> [(place: RecordPlace, cells: [SourceCell?])] {
    guard case .plusSigns(let index) = table.pieces, let cell = cells[index], cell.problem == nil
    else { return [] }
    return PlusSigns.pieces(of: Array(cell.text), lookups).map { text in
      (place, table.itemPaths.map { _ in SourceCell(text: text[...], range: cell.range) })
    }
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
        for last in (index + 1..<max(index + 1, pieces.count)).reversed()
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
