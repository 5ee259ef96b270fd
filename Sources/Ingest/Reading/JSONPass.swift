import BillingModel
import CSVReading
import Diagnostics
import JSONReading
import UnicodeFolding

/// Reads one list of records of a JSON file into a table.
struct JSONPass {
  /// What the list gave, one value for each table in it.
  var readings: [TableReading] { results.isEmpty ? [result] : results }
  private var result: TableReading
  /// The dialect in which the whole list says it is to be read, if that is another one.
  private(set) var otherDialect: Dialect?
  private let options: ReadingOptions
  private var dialect: Dialect { options.dialect }
  private var mapped: MappedJSON?
  private var results: [TableReading] = []
  private let list: JSONLayout.Records
  private let brokenLines: [(range: Range<Int>, line: Int, error: JSONSyntaxError)]
  private var places: [[UInt8]: Int] = [:]
  private var names: [String] = []
  private var scratch: [UInt8] = []

  init(
    _ base: TableReading, _ list: JSONLayout.Records, _ layout: JSONLayout,
    _ options: ReadingOptions
  ) {
    self.options = options
    result = base
    result.witnesses = options.witnesses
    self.list = list
    brokenLines = layout.brokenLines
  }

  /// Reads all records.
  mutating func read(_ bytes: Span<UInt8>) {
    collectNames(bytes)
    result.file.columns = names
    result.layout.names = names
    result.file.rowsIn = list.elements.count + brokenLines.count
    if let table = JSONFileReader.table(list.name) {
      readOwn(Recognition.assume(table, names), bytes)
      return
    }
    let nested = nestedNames(bytes)
    let choice = FormatChoice.choose(names, nested: nested, options)
    result.file.recognition = choice.reason(names, nested: nested, options)
    switch choice {
    case .own(let recognition): readOwn(recognition, bytes)
    case .mapped(let format): readMapped(format, bytes)
    }
  }

  private mutating func readOwn(_ recognition: Recognition, _ bytes: Span<UInt8>) {
    guard let table = recognition.table else {
      finishUnknown()
      return
    }
    result.file.table = table
    result.file.format = "billfold"
    for (source, column) in recognition.columns.enumerated() {
      if case .known(let index) = column { result.layout.sources[index] = source }
    }
    guard recognition.missing.isEmpty || result.file.rowsIn == 0 else {
      refuse(recognition, table)
      return
    }
    noteExtra(recognition, table)
    readRows(bytes, table, recognition)
    if result.file.rowsIn == 0 { result.report(.noRows, facts: [Fact("table", table.rawValue)]) }
  }

  private mutating func readRows(
    _ bytes: Span<UInt8>, _ table: TableID, _ recognition: Recognition
  ) {
    var sink = RowSink(
      path: result.file.path, table: table, encoding: .utf8, recognition: recognition,
      syntax: .json, dialect: dialect)
    for (index, range) in list.elements.enumerated() {
      readRow(bytes, range, list.places[index], &sink)
    }
    for (record, problem) in broken { sink.damage(record, bytes, problem, key: nil, at: nil) }
    result.pending = sink.pending.sorted { $0.offset < $1.offset }
    result.mentions = sink.mentions
    result.findings += sink.findings
    result.contents = sink.builder.finish(file: 0, given: recognition.given)
    otherDialect = result.decideDialect(sink.evidence, tried: dialect)
  }

  private mutating func readRow(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ place: (line: Int, lead: Int),
    _ sink: inout RowSink
  ) {
    let record = RecordPlace(
      line: place.line, offset: range.lowerBound, start: range.lowerBound, length: range.count,
      lead: place.lead)
    guard let members = JSONRecord.members(bytes, range) else {
      let found = String(decoding: bytes.extracting(range).copied.prefix(40), as: UTF8.self)
      let problem = CellProblem(rule: .rowShape, variant: 1, facts: [Fact("found", found)])
      sink.damage(record, bytes, problem, key: nil, at: nil)
      return
    }
    var seen: Set<Int> = []
    for member in members {
      guard let source = source(of: member.key, bytes) else { continue }
      guard seen.insert(source).inserted else {
        let problem = CellProblem(
          rule: .rowShape, variant: 2, facts: [Fact("key", names[source])])
        sink.damage(record, bytes, problem, key: nil, at: member.key.start - 1..<member.key.end)
        return
      }
      take(member, source, bytes, &sink)
    }
    sink.end(record, bytes)
  }

  private mutating func take(
    _ member: JSONRecord.Member, _ source: Int, _ bytes: Span<UInt8>, _ sink: inout RowSink
  ) {
    if let problem = EncodingProblem.find(bytes, member.value, result.layout.textEncoding) {
      sink.refuse(source, problem, value: nil, at: member.value)
      return
    }
    switch member.kind {
    case .null:
      let none: [UInt8] = []
      sink.take(source, none.span, at: member.value)
    case .string(let text) where text.hasEscapes:
      scratch.removeAll(keepingCapacity: true)
      let isWhole = JSONText.appendContent(of: text, in: bytes, to: &scratch)
      guard isWhole, !scratch.contains(0) else {
        let problem = CellProblem(rule: .badEncoding, variant: isWhole ? 1 : 2)
        sink.refuse(
          source, problem, value: String(decoding: scratch, as: UTF8.self), at: member.value)
        return
      }
      sink.take(source, scratch.span, at: member.value)
    case .string(let text):
      sink.take(source, bytes.extracting(text.start..<text.end), at: member.value)
    case .scalar:
      sink.take(source, bytes.extracting(member.value), at: member.value, isPlain: true)
    case .nested: takeNested(member, source, bytes, &sink)
    }
  }

  private func takeNested(
    _ member: JSONRecord.Member, _ source: Int, _ bytes: Span<UInt8>, _ sink: inout RowSink
  ) {
    guard case .known = sink.recognition.columns[source] else {
      sink.take(source, bytes.extracting(member.value), at: member.value)
      return
    }
    let text = String(decoding: bytes.extracting(member.value).copied, as: UTF8.self)
    let kind = text.hasPrefix("[") ? "an array" : "an object"
    let problem = CellProblem(
      rule: .unknownValue, variant: 2, facts: [Fact("column", names[source]), Fact("found", kind)])
    sink.refuse(source, problem, value: text, at: member.value)
  }
}

extension JSONPass {
  /// The lines that are not JSON.
  private var broken: [(RecordPlace, CellProblem)] {
    brokenLines.map { broken in
      let problem = CellProblem(
        rule: .rowShape, variant: 3,
        facts: [
          Fact("expected", broken.error.expected.rawValue),
          Fact("column", "\(broken.error.position + 1)"),
        ])
      let record = RecordPlace(
        line: broken.line, offset: broken.range.lowerBound, start: broken.range.lowerBound,
        length: broken.range.count)
      return (record, problem)
    }
  }

  /// Reads the records of a vendor's export.
  private mutating func readMapped(_ format: FormatMapping, _ bytes: Span<UInt8>) {
    var mapped = MappedJSON(
      format, names, result.file, encoding: result.layout.textEncoding, options)
    let first = list.places.first ?? (line: 1, lead: 0)
    result.note(mapped.reading, line: first.line, column: first.lead + 1, length: 1)
    guard mapped.reading.missing.isEmpty else {
      keepPlaces()
      return
    }
    for (index, range) in list.elements.enumerated() {
      let place = list.places[index]
      let record = RecordPlace(
        line: place.line, offset: range.lowerBound, start: range.lowerBound, length: range.count,
        lead: place.lead)
      readMapped(record, bytes, &mapped)
    }
    for (record, problem) in broken { mapped.damage(record, bytes, problem) }
    result.layout.names = mapped.names
    let readings = mapped.reading.readings(result) { path in
      mapped.names.firstIndex(of: path.name)
    }
    (results, otherDialect) = mapped.reading.decideDialect(readings)
  }

  private func readMapped(
    _ record: RecordPlace, _ bytes: Span<UInt8>, _ mapped: inout MappedJSON
  ) {
    guard let members = JSONRecord.members(bytes, record.range) else {
      let found = String(decoding: bytes.extracting(record.range).copied.prefix(40), as: UTF8.self)
      mapped.damage(
        record, bytes, CellProblem(rule: .rowShape, variant: 1, facts: [Fact("found", found)]))
      return
    }
    var byName: [Int: JSONRecord.Member] = [:]
    for member in members {
      guard let source = source(of: member.key, bytes) else { continue }
      guard byName.updateValue(member, forKey: source) == nil else {
        mapped.damage(
          record, bytes,
          CellProblem(rule: .rowShape, variant: 2, facts: [Fact("key", names[source])]))
        return
      }
    }
    mapped.take(byName, record, bytes)
  }

  /// All records are in quarantine, for the file lacks a field.
  private mutating func keepPlaces() {
    for (index, range) in list.elements.enumerated() {
      result.pending.append(
        PendingRow(
          line: list.places[index].line, offset: range.lowerBound, length: range.count,
          rules: [.missingColumn]))
    }
  }

  /// The names of all members of all records, in order of first appearance.
  private mutating func collectNames(_ bytes: Span<UInt8>) {
    for range in list.elements {
      for member in JSONRecord.members(bytes, range) ?? []
      where source(of: member.key, bytes) == nil {
        places[bytes.extracting(member.key.start..<member.key.end).copied] = names.count
        names.append(JSONText.content(of: member.key, in: bytes))
      }
    }
  }

  /// The names of members of nested objects as `outer.inner`, of the first records.
  private func nestedNames(_ bytes: Span<UInt8>) -> [String] {
    var found: Set<String> = []
    for range in list.elements.prefix(50) {
      for member in JSONRecord.members(bytes, range) ?? [] {
        guard case .nested = member.kind else { continue }
        let outer = JSONText.content(of: member.key, in: bytes)
        for inner in JSONRecord.members(bytes, member.value) ?? [] {
          found.insert(outer + "." + JSONText.content(of: inner.key, in: bytes))
        }
      }
    }
    return found.sorted()
  }

  private func source(of key: JSONString, _ bytes: Span<UInt8>) -> Int? {
    places[bytes.extracting(key.start..<key.end).copied]
  }

  private mutating func finishUnknown() {
    result.file.ignored = result.file.rowsIn
    guard !names.isEmpty else {
      result.report(.unknownTable, variant: 3)
      return
    }
    let columns = names.prefix(12).joined(separator: ", ")
    result.report(.unknownTable, variant: 0, facts: [Fact("columns", columns)])
  }

  private mutating func refuse(_ recognition: Recognition, _ table: TableID) {
    keepPlaces()
    result.report(
      .missingColumn,
      facts: [
        Fact("table", table.rawValue),
        Fact("columns", recognition.missing.joined(separator: ", ")),
      ], line: list.places.first?.line ?? 1, column: 1)
  }

  private mutating func noteExtra(_ recognition: Recognition, _ table: TableID) {
    guard !recognition.extra.isEmpty else { return }
    result.report(
      .ignoredColumn, value: recognition.extra[0],
      facts: [
        Fact("table", table.rawValue),
        Fact("columns", recognition.extra.joined(separator: ", ")),
      ], line: list.places.first?.line ?? 1, column: (list.places.first?.lead ?? 0) + 1)
  }
}
