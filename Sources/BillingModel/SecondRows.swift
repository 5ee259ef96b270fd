/// Finds the rows whose key an earlier row has.
///
/// Rows are grouped by the column of the key that tells most of them apart, so that only rows of one
/// group are compared. O(rows); fast where rows with one cell stand near each other.
public struct SecondRows {
  /// A row and the first one with its key.
  public typealias Pair = (row: Int, first: Int)

  /// Groups of so many rows are compared row by row, larger ones through a table.
  private static let smallGroup = 16

  let contents: TableContents
  let grouping: PackedNumbers
  let others: [PackedNumbers]
  private var slots: [UInt64] = []
  var found: [Pair] = []

  /// The second rows of a table, ascending; none when it has no key. Rows that do not count are left
  /// out.
  public static func find(in contents: TableContents) -> [Pair] {
    let keys = contents.table.schema.columns.indices.filter {
      contents.table.schema.columns[$0].isKey
    }
    guard !keys.isEmpty, contents.count > 1 else { return [] }
    var search = SecondRows(contents, keys.map { contents.numbers($0) })
    search.findAll()
    return search.found.sorted { $0.row < $1.row }
  }

  private init(_ contents: TableContents, _ keys: [PackedNumbers]) {
    self.contents = contents
    let groups = keys.map { $0.sampledCount }
    let widest = groups.indices.max { groups[$0] < groups[$1] } ?? 0
    grouping = keys[widest]
    others = keys.indices.filter { $0 != widest }.map { keys[$0] }
  }

  private mutating func findAll() {
    let size = grouping.width <= 4 ? grouping.largest : .max
    guard size < contents.count * 4 + 1024 else {
      find(in: 0..<contents.count)
      return
    }
    if findInRuns(largest: size) { return }
    let (rows, ends) = groups(count: size + 1)
    var start = 0
    for end in ends {
      if Int(end) - start > 1 { find(in: rows[start..<Int(end)]) }
      start = Int(end)
    }
  }

  /// The rows group after group, each in the order of the table; and where each group ends.
  private func groups(count: Int) -> (rows: [UInt32], ends: [UInt32]) {
    // Where the group after each one begins: as rows are put into it, that becomes where it ends.
    var starts = [UInt32](repeating: 0, count: count + 1)
    grouping.forEachBatch { _, batch, count in
      for index in 0..<count { starts[Int(batch[index]) + 1] += 1 }
    }
    for group in 1..<starts.count { starts[group] += starts[group - 1] }
    var rows = [UInt32](repeating: 0, count: contents.count)
    grouping.forEachBatch { first, batch, count in
      for index in 0..<count {
        let place = starts[Int(batch[index])]
        rows[Int(place)] = UInt32(first + index)
        starts[Int(batch[index])] = place + 1
      }
    }
    starts.removeLast()
    return (rows, starts)
  }
}

extension SecondRows {
  /// Looks through rows, which are ascending.
  mutating func find<Rows: RandomAccessCollection>(in rows: Rows)
  where Rows.Element: BinaryInteger {
    if rows.count > Self.smallGroup { findInTable(rows) } else { compare(rows) }
  }

  /// Compares a few rows with each other, first by a column that may tell them apart.
  private mutating func compare<Rows: RandomAccessCollection>(_ rows: Rows)
  where Rows.Element: BinaryInteger {
    let cells = others.first
    for (place, row) in rows.enumerated() {
      let cell = cells?[Int(row)]
      for earlier in rows.prefix(place) where cells?[Int(earlier)] == cell {
        if take(UInt32(row), after: UInt32(earlier)) { break }
      }
    }
  }

  private mutating func findInTable<Rows: RandomAccessCollection>(_ rows: Rows)
  where Rows.Element: BinaryInteger {
    var size = 16
    while size < rows.count * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    for row in rows where contents.rows.contains(Int(row)) { add(UInt32(row)) }
  }

  private mutating func add(_ row: UInt32) {
    let entry = UInt64(hash(of: Int(row))) << 32 | UInt64(row + 1)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entry >> 32) & mask
    while slots[slot] != 0 {
      let other = slots[slot]
      if other >> 32 == entry >> 32,
        take(row, after: UInt32(truncatingIfNeeded: other) - 1)
      {
        return
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = entry
  }

  private func hash(of row: Int) -> UInt32 {
    var hash = Self.mixed(grouping[row])
    for column in others { hash = Self.mixed(hash ^ column[row]) }
    return UInt32(truncatingIfNeeded: hash)
  }

  private static func mixed(_ number: UInt64) -> UInt64 {
    let product = number.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low ^ product.low >> 32
  }

  /// Keeps a pair of rows that count and have the same key. False when the first does not count or has
  /// another key.
  private mutating func take(_ row: UInt32, after first: UInt32) -> Bool {
    let (row, first) = (Int(row), Int(first))
    guard grouping[row] == grouping[first], contents.rows.contains(row),
      contents.rows.contains(first)
    else { return false }
    for column in others where column[row] != column[first] { return false }
    found.append((row, first))
    return true
  }
}

extension PackedNumbers {
  /// The largest number, of columns with at most four bytes.
  fileprivate var largest: Int {
    var largest: UInt32 = 0
    forEachBatch { _, batch, count in
      largest = max(largest, UnsafeNumbers.maximum(batch.span.extracting(0..<count)))
    }
    return Int(largest)
  }

  /// How many of some numbers, spread over the rows, differ.
  fileprivate var sampledCount: Int {
    var seen: Set<UInt64> = []
    for row in stride(from: 0, to: count, by: Swift.max(1, count / 1024)) { seen.insert(self[row]) }
    return seen.count
  }
}
