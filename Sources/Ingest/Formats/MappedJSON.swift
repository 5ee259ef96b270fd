import BillingModel
import CSVReading
import Diagnostics
import JSONReading
import UnicodeFolding

/// Reads the records of a JSON list in a vendor's format.
struct MappedJSON {
  private(set) var reading: MappedReading
  private let format: FormatMapping
  private let encoding: TextEncoding
  /// The names of the outermost members, then those of the format's fields.
  let names: [String]
  /// For each of the format's fields the place of its outermost member among the names.
  private let heads: [Int?]
  /// The outermost members that become no column.
  private let extra: [Int]
  private let tables: [MappedTable]
  /// For each table the arrays that it takes apart: the outermost member, and the way on from there.
  private let lists: [[(head: Int, way: ArraySlice<String>)]]

  init(
    _ format: FormatMapping, _ members: [String], _ file: SourceFile, encoding: TextEncoding,
    _ options: ReadingOptions
  ) {
    self.format = format
    self.encoding = encoding
    let keys = members.map(HeaderName.key)
    func place(_ path: FieldPath) -> Int? {
      path.parts.first.flatMap { keys.firstIndex(of: HeaderName.key($0)) }
    }
    let heads = format.paths.map(place)
    let lists = format.tables.flatMap { table -> [FieldPath] in
      if case .elements(let paths) = table.pieces { paths } else { [] }
    }
    let used = Set((heads + lists.map(place)).compactMap { $0 })
    self.heads = heads
    extra = members.indices.filter { !used.contains($0) }
    names = members + format.paths.map(\.name) + format.tables.flatMap { $0.itemPaths.map(\.name) }
    let known = Set((format.also + format.recognise.joined()).map(HeaderName.key))
    reading = MappedReading(
      format, file: file, encoding: .utf8, options, extra: extra.map { members[$0] },
      unknown: extra.filter { !known.contains(keys[$0]) && !members[$0].hasPrefix("@") }
        .map { members[$0] }
    ) { place($0) != nil }
    tables = reading.tables
    self.lists = tables.map { table in
      guard case .elements(let paths) = table.pieces else { return [] }
      return paths.compactMap { path in place(path).map { ($0, path.parts.dropFirst()) } }
    }
  }

  /// Takes an element of the list.
  mutating func take(
    _ bytes: borrowing Span<UInt8>, _ records: borrowing JSONRecordScanner,
    _ element: JSONElement
  ) {
    if let (problem, _) = JSONCells.problem(copy bytes, records, element, names) {
      damage(element.place, copy bytes, problem)
      return
    }
    var members: [Int: JSONRecord.Member] = [:]
    for index in 0..<records.count {
      let member = records.members[index]
      members[member.key] = JSONRecord.Member(
        key: records.keyString(of: member, bytes), value: member.value,
        kind: JSONRecord.Kind(member))
    }
    take(members, element.place, copy bytes)
  }

  /// Takes a record whose outermost members are given by their place among the names.
  mutating func take(
    _ members: [Int: JSONRecord.Member], _ place: RecordPlace, _ bytes: Span<UInt8>
  ) {
    reading.record.clear()
    for (path, head) in zip(format.paths, heads) {
      var cell: SourceCell?
      if let head, let member = members[head] {
        cell = self.cell(member, path.parts.dropFirst(), bytes)
      }
      reading.record.cells.append(cell)
    }
    for index in tables.indices {
      let pieces = pieces(index, members, place, bytes)
      reading.record.pieces.append(pieces)
    }
    for index in extra {
      var cell: SourceCell?
      if let member = members[index] { cell = self.cell(member, [], bytes, nestedIsText: true) }
      reading.record.extra.append(cell?.problem == nil ? cell : nil)
    }
    reading.takeRecord(at: place, bytes)
  }

  /// Sets a record aside that cannot be read.
  mutating func damage(_ place: RecordPlace, _ bytes: Span<UInt8>, _ problem: CellProblem) {
    reading.damage(place, bytes, problem)
  }

  private mutating func pieces(
    _ index: Int, _ members: [Int: JSONRecord.Member], _ place: RecordPlace,
    _ bytes: Span<UInt8>
  ) -> [MappedRecord.Piece] {
    let table = tables[index]
    switch table.pieces {
    case nil: return []
    case .plusSigns(let index):
      return reading.record.cells[index].map { reading.pieces(of: $0, table, place) } ?? []
    case .elements:
      for (head, way) in lists[index] {
        guard let member = members[head], let array = Self.array(member, way, bytes) else {
          continue
        }
        var places = PiecePlaces(place)
        return JSONRecord.elements(bytes, array).map { element in
          let cells = cells(of: element, table.itemPaths, bytes)
          return MappedRecord.Piece(place: places.next(element, bytes), cells: cells)
        }
      }
      return []
    }
  }

  /// The bytes of an array at the end of a way; nil when there is none.
  private static func array(
    _ start: JSONRecord.Member, _ way: ArraySlice<String>, _ bytes: Span<UInt8>
  ) -> Range<Int>? {
    guard let member = member(start, way, bytes), case .nested = member.kind,
      bytes[member.value.lowerBound] == UInt8(ascii: "[")
    else { return nil }
    return member.value
  }

  private mutating func cells(
    of element: Range<Int>, _ paths: [FieldPath], _ bytes: Span<UInt8>
  ) -> [SourceCell?] {
    guard let members = JSONRecord.members(bytes, element) else {
      return paths.map { path in path.parts.isEmpty ? scalar(element, bytes) : nil }
    }
    return paths.map { path in
      members.first { member in
        path.parts.first.map { Self.isKey(member.key, $0, bytes) } ?? false
      }.flatMap {
        cell($0, path.parts.dropFirst(), bytes)
      }
    }
  }

  /// An element of an array that is no object.
  private mutating func scalar(_ range: Range<Int>, _ bytes: Span<UInt8>) -> SourceCell {
    let isQuoted = bytes[range.lowerBound] == UInt8(ascii: "\"")
    let inner = isQuoted ? range.lowerBound + 1..<range.upperBound - 1 : range
    return SourceCell(text: reading.record.append(bytes.extracting(inner)), range: range)
  }

  /// True when a key is that name.
  private static func isKey(_ key: JSONString, _ name: String, _ bytes: Span<UInt8>) -> Bool {
    let text = bytes.extracting(key.start..<key.end)
    // Beyond ASCII a name is written in several ways.
    guard !key.hasEscapes, !UnsafeCells.hasHighBytes(text) else {
      return JSONText.content(of: key, in: bytes) == name
    }
    return text.equals(name.utf8Span.span)
  }

  /// The member at the end of a way through nested objects.
  private static func member(
    _ member: JSONRecord.Member, _ parts: ArraySlice<String>, _ bytes: Span<UInt8>
  ) -> JSONRecord.Member? {
    var member = member
    for part in parts {
      guard case .nested = member.kind,
        let next = JSONRecord.members(bytes, member.value)?.first(where: {
          isKey($0.key, part, bytes)
        })
      else { return nil }
      member = next
    }
    return member
  }

  /// The cell at the end of a way through nested objects, whose text is added to the record's.
  private mutating func cell(
    _ start: JSONRecord.Member, _ parts: ArraySlice<String>, _ bytes: Span<UInt8>,
    nestedIsText: Bool = false
  ) -> SourceCell? {
    guard let member = Self.member(start, parts, bytes) else { return nil }
    var problem = EncodingProblem.find(bytes, member.value, encoding)
    let text: Range<Int>
    switch member.kind {
    case .null: return nil
    case .string(let string):
      let (content, found) = self.text(string, bytes)
      text = content
      problem = found ?? problem
    case .scalar: text = reading.record.append(bytes.extracting(member.value))
    case .nested:
      text = reading.record.append(bytes.extracting(member.value))
      if !nestedIsText { problem = Self.nestedProblem(member, bytes) }
    }
    var cell = SourceCell(text: text, range: member.value)
    cell.problem = problem.map { reading.record.append($0) }
    if case .scalar = member.kind { cell.isNumber = true }
    return cell
  }

  /// Adds the content of a string, trimmed; and says what is wrong with it.
  private mutating func text(
    _ string: JSONString, _ bytes: Span<UInt8>
  ) -> (text: Range<Int>, problem: CellProblem?) {
    var problem: CellProblem?
    let start = reading.record.texts.count
    if !JSONText.appendContent(of: string, in: bytes, to: &reading.record.texts) {
      problem = CellProblem(rule: .badEncoding, variant: 2)
    }
    let content = reading.record.texts.span.extracting(start..<reading.record.texts.count)
    let trimmed = WhiteSpace.trimmed(content)
    let text = start + trimmed.lowerBound..<start + trimmed.upperBound
    for index in trimmed where content[index] == 0 {
      problem = CellProblem(rule: .badEncoding, variant: 1)
    }
    return (text, problem)
  }

  private static func nestedProblem(
    _ member: JSONRecord.Member, _ bytes: Span<UInt8>
  ) -> CellProblem {
    let isArray = bytes[member.value.lowerBound] == UInt8(ascii: "[")
    return CellProblem(
      rule: .unknownValue, variant: 2,
      facts: [
        Fact("column", JSONText.content(of: member.key, in: bytes)),
        Fact("found", isArray ? "an array" : "an object"),
      ])
  }
}
