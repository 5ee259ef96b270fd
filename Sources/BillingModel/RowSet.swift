/// Which rows of a table count. Rows are never moved; a row that is taken out loses its bit.
public struct RowSet: Sendable, Sequence {
  /// How many rows the table has, those that do not count included.
  public let capacity: Int
  private var removed: [UInt64]
  private var removedCount = 0

  /// All rows from 0 up to `count`.
  public init(all count: Int) {
    capacity = count
    removed = Array(repeating: 0, count: (count + 63) / 64)
  }

  /// How many rows count.
  public var count: Int { capacity - removedCount }

  /// How many of some rows count.
  public func count(in rows: Range<Int>) -> Int {
    var left = rows.count
    forEachRemoved(in: rows) { _ in left -= 1 }
    return left
  }

  /// True when the row counts.
  public func contains(_ row: Int) -> Bool {
    removed[row >> 6] >> UInt64(row & 63) & 1 == 0
  }

  /// Calls `body` for each of some rows that does not count, ascending.
  func forEachRemoved(in rows: Range<Int>, _ body: (_ row: Int) -> Void) {
    guard removedCount > 0 else { return }
    for word in rows.lowerBound >> 6..<(rows.upperBound + 63) >> 6 {
      var bits = removed[word]
      while bits != 0 {
        let row = word << 6 + bits.trailingZeroBitCount
        if rows.contains(row) { body(row) }
        bits &= bits - 1
      }
    }
  }

  /// Takes a row out.
  public mutating func remove(_ row: Int) {
    guard contains(row) else { return }
    removed[row >> 6] |= 1 << UInt64(row & 63)
    removedCount += 1
  }

  /// The rows that count, ascending.
  public func makeIterator() -> Iterator {
    Iterator(set: self)
  }

  /// Walks over the rows that count.
  public struct Iterator: IteratorProtocol {
    let set: RowSet
    var row = 0

    /// The next row.
    public mutating func next() -> Int? {
      while row < set.capacity {
        defer { row += 1 }
        if set.contains(row) { return row }
      }
      return nil
    }
  }
}
