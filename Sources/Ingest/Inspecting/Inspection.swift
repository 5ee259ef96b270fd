public import BillingModel
import CalendarDates
import CSVReading
import JSONReading

/// How a file is read, and its records as text, letter for letter.
public struct Inspection: Sendable {
  /// What reading says about the file; of several tables in it the first.
  public private(set) var file: SourceFile
  /// The tables in it.
  public private(set) var tables: [TableID] = []
  /// The names of its columns, trimmed.
  public private(set) var columns: [String] = []
  /// Its first records: a text for each column; nil where a record has none.
  public private(set) var rows: [[String?]] = []
  /// How many records it has.
  public private(set) var rowCount = 0
  /// What was found, places included.
  public private(set) var findings: [PlacedFinding] = []
  /// The first line, when it is no header but names a type of PowerShell's, and was skipped.
  public private(set) var skippedLine: String?
  /// The exports of the archive that the file is, when there are several: `a.zip!b.csv`.
  public let members: [String]
  /// Where each record is excerpted from.
  public let result: IngestResult

  /// Inspects a file and keeps at most `limit` of its records; nil: all.
  ///
  /// Of an archive with several exports the one named `member`, else the first by name.
  public init(
    _ file: InputFile, member: String? = nil, _ options: ReadingOptions = ReadingOptions(),
    limit: Int?
  ) {
    let prepared = Self.prepare(file, member, options)
    let members = prepared.count > 1 ? prepared.map(\.input.path) : []
    self.init(prepared[0], members, options, limit: limit)
  }

  private static func prepare(
    _ file: InputFile, _ member: String?, _ options: ReadingOptions
  ) -> [PreparedInput] {
    let all = PreparedInput.inOrder([InputPreparation(SpoolPool()).prepare(file, options)])
    guard let member else { return all }
    let path = file.path + "!" + member
    let named = all.filter { $0.input.path == path }
    guard named.isEmpty else { return named }
    let input = InputFile(path: path, source: file.source, madeFrom: file)
    return [PreparedInput(input, refusal: PreparedInput.Refusal(variant: 10))]
  }

  private init(
    _ prepared: PreparedInput, _ members: [String], _ options: ReadingOptions, limit: Int?
  ) {
    self.members = members
    let input = prepared.input
    let readings = FileReader.read(prepared, options)
    result = Settling.settle([input], [readings], asOf: CalendarDate(days: .max))
    file = result.dataset.files.first ?? SourceFile(path: input.path)
    tables = result.dataset.files.compactMap(\.table)
    let rowsOfTables = RecordLocator(result).place(result.rowFindings) { finding in
      result.dataset.source(of: finding.row, in: finding.table)
    }
    findings = result.findings + rowsOfTables
    guard let layout = readings.first?.layout else { return }
    skippedLine = layout.typeLine
    do throws(ReadFailure) {
      switch file.syntax {
      case .csv: try readCSV(input, layout, limit: limit)
      case .json, .ndjson: try readJSON(input, layout, limit: limit)
      case nil: break
      }
    } catch {
      // The finding `unreadable-file` says it already.
      rowCount = 0
    }
  }

  private mutating func readCSV(
    _ input: InputFile, _ layout: RecordLayout, limit: Int?
  ) throws(ReadFailure) {
    var scanner = CSVRecordScanner(delimiter: layout.delimiter)
    var window = try CSVWindow(input.source)
    var rows: [[String?]] = []
    var count = 0
    var names: [String]?
    try window.forEachRecord(from: layout.start, &scanner) { bytes, scanner, outcome, _ in
      guard outcome == .record else {
        count += names == nil ? 0 : 1
        return true
      }
      let texts = scanner.fields.map { Self.text(of: $0, bytes, layout.encoding) }
      guard names != nil else {
        names = texts
        scanner.expectedFields = texts.count
        return true
      }
      count += 1
      if rows.count < limit ?? .max { rows.append(texts) }
      return true
    }
    columns = file.columns.isEmpty ? (names ?? []) : file.columns
    self.rows = rows
    rowCount = count
  }

  private static func text(
    of field: CSVField, _ bytes: borrowing Span<UInt8>, _ encoding: TextEncoding
  ) -> String {
    var content: [UInt8] = []
    field.copyContent(of: bytes, into: &content)
    guard encoding == .windows1252 else { return String(decoding: content, as: UTF8.self) }
    var text: [UInt8] = []
    TextBytes.appendWindows1252(content.span, in: 0..<content.count, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func readJSON(
    _ input: InputFile, _ layout: RecordLayout, limit: Int?
  ) throws(ReadFailure) {
    let json = try JSONFile(
      input.source, encoding: layout.encoding == .utf8WithMark ? nil : layout.encoding,
      isLines: file.syntax == .ndjson, isHashing: false)
    guard json.damage == nil else { return }
    var places: [String: Int] = [:]
    for name in json.lists.flatMap(\.names) where places[name] == nil {
      places[name] = columns.count
      columns.append(name)
    }
    let names = json.lists.map(\.names)
    var rows: [[String?]] = []
    var walk = try json.walk()
    _ = try walk.forEachElement { bytes, records, element in
      guard rows.count < limit ?? .max else { return }
      var row = [String?](repeating: nil, count: places.count)
      for index in 0..<(element.isObject ? records.count : 0) {
        let member = records.members[index]
        guard let place = places[names[element.list][member.key]] else { continue }
        row[place] = Self.text(of: member, copy bytes)
      }
      rows.append(row)
    }
    self.rows = rows
    rowCount = json.lists.reduce(0) { $0 + $1.count } + json.brokenLines.count
  }

  private static func text(
    of member: JSONRecordScanner.Member, _ bytes: Span<UInt8>
  ) -> String {
    switch member.kind {
    case .plain, .text, .escaped: JSONText.content(of: member.string, in: bytes)
    case .scalar, .null, .nested:
      String(decoding: bytes.extracting(member.value).copied, as: UTF8.self)
    }
  }
}
