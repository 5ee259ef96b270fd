import BillingModel
import CSVReading
import JSONReading

/// Collects JSON records that are written in the plainest way, and reads them column by column.
///
/// As with CSV, nothing is decided here: the batch takes records that have every column once, as plain
/// text, a number or null, and a cell of which more has to be said is read by `JSONCells`.
struct JSONBatch {
  private static let size = min(512, BatchCells.size)

  private var cells: BatchCells
  private let stride: Int
  /// The records' bytes, one after the other.
  private var bytes: [UInt8] = []
  private var elements: [JSONElement] = []
  private var members: [JSONRecordScanner.Member] = []
  /// Between which bytes the value of each column stands.
  private var positions: [UInt32]
  private var extents = BatchExtents(size: BatchCells.size)

  /// Nil when records have to be read one by one.
  init?(_ recognition: Recognition, _ dialect: Dialect) {
    // Numbers that are no strings are written as the schema says, whatever the dialect.
    guard dialect.decimal != .comma,
      let plan = BatchPlan(recognition, encoding: .utf8, delimiter: 0, dialect: dialect)
    else { return nil }
    cells = BatchCells(plan)
    stride = plan.stride
    positions = [UInt32](repeating: 0, count: Self.size * stride * 2 + 2)
  }

  var isFull: Bool { elements.count == Self.size }

  /// Takes a record. False when it has to be read alone, after those that were taken.
  mutating func take(
    _ text: borrowing Span<UInt8>, _ records: borrowing JSONRecordScanner, _ element: JSONElement
  ) -> Bool {
    guard element.isObject, records.repeated == nil, records.count == stride else { return false }
    let shift = bytes.count - element.range.lowerBound
    let first = elements.count * stride * 2
    for index in 0..<stride {
      let member = records.members[index].moved(by: shift)
      guard let place = Self.place(of: member) else {
        members.removeLast(index)
        return false
      }
      positions[first + member.key * 2] = UInt32(place.before)
      positions[first + member.key * 2 + 1] = UInt32(place.after)
      members.append(member)
    }
    UnsafeCells.append(text.extracting(element.range), to: &bytes)
    elements.append(element.moved(by: shift))
    return true
  }

  /// The bytes before and after a value; nil when it is no plain one.
  private static func place(
    of member: JSONRecordScanner.Member
  ) -> (before: Int, after: Int)? {
    let value = member.value
    switch member.kind {
    case .plain: return (value.lowerBound, value.upperBound - 1)
    case .scalar: return (value.lowerBound - 1, value.upperBound)
    case .null: return (value.lowerBound, value.lowerBound + 1)
    case .text, .escaped, .nested: return nil
    }
  }
}

extension JSONBatch {
  /// Hands the records that were taken to a sink.
  mutating func flush(_ single: inout JSONCells, _ sink: inout RowSink) {
    guard !elements.isEmpty else { return }
    let text = bytes + repeatElement(0, count: UnsafeCells.slack + 1)
    for index in 1..<max(1, elements.count) {
      let (last, next) = (elements[index - 1], elements[index])
      extents.lines[index - 1] = UInt32(next.line - last.line)
      extents.lengths[index - 1] = UInt32(next.offset - last.offset)
    }
    cells.read(elements.count, text.span, between: positions, extents)
    var index = 0
    while index < elements.count {
      let run = cells.run(from: index)
      if run.isOdd {
        for record in run.records { takeOne(record, text.span, &single, &sink) }
      } else {
        let first = elements[index]
        sink.take(run.records, of: cells, text.span, line: first.line, offset: first.offset)
      }
      index = run.records.upperBound
    }
    bytes.removeAll(keepingCapacity: true)
    elements.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
  }

  private func takeOne(
    _ record: Int, _ text: Span<UInt8>, _ single: inout JSONCells, _ sink: inout RowSink
  ) {
    let own = members[record * stride..<(record + 1) * stride]
    single.takeRow(text, own, elements[record], &sink)
  }
}

extension JSONElement {
  /// The same element, with its range counted from a byte that stands so many earlier ones back.
  fileprivate func moved(by count: Int) -> JSONElement {
    JSONElement(
      list: list, range: range.lowerBound + count..<range.upperBound + count, offset: offset,
      line: line, lead: lead, isObject: isObject)
  }
}
