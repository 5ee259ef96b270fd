import ExactNumbers

/// The part of a collection that a loop goes through.
struct LoopSlice {
  private let items: LoopItems
  private let start: Int
  private let isReversed: Bool
  let count: Int

  /// The items from `offset` on, at most `limit` of them; a text is one item whatever these say.
  init(_ items: LoopItems, offset: Int, limit: Int?, isReversed: Bool = false) {
    let (offset, limit) = items.isText ? (0, nil) : (offset, limit)
    let end = limit.map { limit in
      let sum = offset.addingReportingOverflow(limit)
      return sum.overflow ? items.count : min(items.count, sum.partialValue)
    }
    self.items = items
    self.isReversed = isReversed
    start = min(max(0, offset), items.count)
    count = max(0, (end ?? items.count) - start)
  }

  @inline(__always)
  subscript(index: Int) -> Value {
    items[isReversed ? start + count - 1 - index : start + index]
  }
}

/// What a loop can go through, without making a list of it.
enum LoopItems {
  case list(ValueList)
  case range(Int, count: Int)
  case record(Record)
  case text(Value)

  /// The items of a value: nothing for numbers and flags, itself for text that is not empty.
  init(_ value: Value) {
    switch value {
    case .list(let values): self = .list(values)
    case .record(let record): self = .record(record)
    case .moneyBag(let bag): self = .list(ValueList(bag.all.map { .money($0) }))
    case .range(let first, let last):
      let distance = last.subtractingReportingOverflow(first)
      let count = distance.overflow ? Int.max - 1 : distance.partialValue
      self = .range(first, count: first > last ? 0 : min(count, Int.max - 1) + 1)
    case .text(let text) where !text.isEmpty: self = .text(value)
    case .markup(let text) where !text.isEmpty: self = .text(value)
    default: self = .list([])
    }
  }

  /// True for the one item that a text is.
  var isText: Bool { if case .text = self { true } else { false } }

  var count: Int {
    switch self {
    case .list(let values): values.count
    case .range(_, let count): count
    case .record(let record): record.count
    case .text: 1
    }
  }

  @inline(__always)
  subscript(index: Int) -> Value {
    switch self {
    case .list(let values): values[index]
    case .range(let first, _): .number(first &+ index)
    case .record(let record): record.pair(at: index)
    case .text(let value): value
    }
  }
}
