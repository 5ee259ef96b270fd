import CSVReading
import Diagnostics
import JSONReading

/// Hands the members of JSON records to a sink, as its cells.
struct JSONCells {
  let encoding: TextEncoding
  /// The keys of the list's records by their numbers.
  let names: [String]
  private var scratch: [UInt8] = []

  init(encoding: TextEncoding, names: [String]) {
    self.encoding = encoding
    self.names = names
  }

  /// Hands over a record.
  mutating func takeRow(
    _ bytes: borrowing Span<UInt8>, _ records: borrowing JSONRecordScanner,
    _ element: JSONElement, _ sink: inout RowSink
  ) {
    if let (problem, range) = Self.problem(copy bytes, records, element, names) {
      sink.damage(element.place, copy bytes, problem, key: nil, at: range)
      return
    }
    takeRow(bytes, records.members[..<records.count], element, &sink)
  }

  /// Hands over a record with these members, whose keys are all different.
  mutating func takeRow(
    _ bytes: borrowing Span<UInt8>, _ members: ArraySlice<JSONRecordScanner.Member>,
    _ element: JSONElement, _ sink: inout RowSink
  ) {
    for member in members { take(member, copy bytes, &sink) }
    sink.end(element.place, copy bytes)
  }

  /// Why a record cannot be split into cells, and where; nil when it can.
  static func problem(
    _ bytes: Span<UInt8>, _ records: borrowing JSONRecordScanner, _ element: JSONElement,
    _ names: [String]
  ) -> (CellProblem, Range<Int>?)? {
    guard element.isObject else {
      let start = bytes.extracting(element.range).copied.prefix(40)
      let found = String(decoding: start, as: UTF8.self)
      return (CellProblem(rule: .rowShape, variant: 1, facts: [Fact("found", found)]), nil)
    }
    guard let repeated = records.repeated else { return nil }
    let member = records.members[repeated]
    let key = records.keyString(of: member, bytes)
    return (
      CellProblem(rule: .rowShape, variant: 2, facts: [Fact("key", names[member.key])]),
      key.start - 1..<key.end
    )
  }

  private mutating func take(
    _ member: JSONRecordScanner.Member, _ bytes: Span<UInt8>, _ sink: inout RowSink
  ) {
    let (source, value) = (member.key, member.value)
    switch member.kind {
    case .plain:
      sink.take(
        source, bytes.extracting(value.lowerBound + 1..<value.upperBound - 1), at: value)
    case .scalar: sink.take(source, bytes.extracting(value), at: value, isPlain: true)
    case .null:
      let none: [UInt8] = []
      sink.take(source, none.span, at: value)
    case .text, .escaped, .nested: takeChecked(member, bytes, &sink)
    }
  }

  /// Hands over a value that may not be text.
  private mutating func takeChecked(
    _ member: JSONRecordScanner.Member, _ bytes: Span<UInt8>, _ sink: inout RowSink
  ) {
    let (source, value) = (member.key, member.value)
    if let problem = EncodingProblem.find(bytes, value, encoding) {
      sink.refuse(source, problem, value: nil, at: value)
    } else if member.kind == .nested {
      takeNested(member, bytes, &sink)
    } else if member.kind == .escaped {
      takeEscaped(member, bytes, &sink)
    } else {
      sink.take(
        source, bytes.extracting(value.lowerBound + 1..<value.upperBound - 1), at: value)
    }
  }

  private mutating func takeEscaped(
    _ member: JSONRecordScanner.Member, _ bytes: Span<UInt8>, _ sink: inout RowSink
  ) {
    scratch.removeAll(keepingCapacity: true)
    let isWhole = JSONText.appendContent(of: member.string, in: bytes, to: &scratch)
    guard isWhole, !scratch.contains(0) else {
      let problem = CellProblem(rule: .badEncoding, variant: isWhole ? 1 : 2)
      let text = String(decoding: scratch, as: UTF8.self)
      sink.refuse(member.key, problem, value: text, at: member.value)
      return
    }
    sink.take(member.key, scratch.span, at: member.value)
  }

  private func takeNested(
    _ member: JSONRecordScanner.Member, _ bytes: Span<UInt8>, _ sink: inout RowSink
  ) {
    guard case .known = sink.recognition.columns[member.key] else {
      sink.take(member.key, bytes.extracting(member.value), at: member.value)
      return
    }
    let text = String(decoding: bytes.extracting(member.value).copied, as: UTF8.self)
    let kind = text.hasPrefix("[") ? "an array" : "an object"
    let problem = CellProblem(
      rule: .unknownValue, variant: 2,
      facts: [Fact("column", names[member.key]), Fact("found", kind)])
    sink.refuse(member.key, problem, value: text, at: member.value)
  }
}
