/// Finds the rows whose key an earlier row has.
///
/// Rows are spread over partitions by the hash of their key, so that the table of each partition stays
/// in the processor's cache. O(rows).
public struct SecondRows {
  /// A row and the first one with its key.
  public typealias Pair = (row: Int, first: Int)

  /// About how many rows a partition has.
  private static let partitionSize = 1 << 14

  private let contents: TableContents
  private let columns: [PackedNumbers]
  private let hashes: [UInt32]
  private var slots: [UInt64] = []
  private var found: [Pair] = []

  /// The second rows of a table, ascending; none when it has no key. Rows that do not count are left
  /// out.
  public static func find(in contents: TableContents) -> [Pair] {
    let keys = contents.table.schema.columns.indices.filter {
      contents.table.schema.columns[$0].isKey
    }
    guard !keys.isEmpty, contents.count > 1 else { return [] }
    var search = SecondRows(contents, keys)
    search.findAll()
    return search.found.sorted { $0.row < $1.row }
  }

  private init(_ contents: TableContents, _ keys: [Int]) {
    self.contents = contents
    columns = keys.map { contents.numbers($0) }
    hashes = Self.hashes(columns, count: contents.count)
  }

  private static func hashes(_ columns: [PackedNumbers], count: Int) -> [UInt32] {
    var hashes = [UInt32](repeating: 0, count: count)
    var batch = [UInt32](repeating: 0, count: TextBatch.size)
    for column in columns {
      for first in stride(from: 0, to: count, by: TextBatch.size) {
        let rows = first..<min(count, first + TextBatch.size)
        column.readFolded(rows, into: &batch)
        UnsafeNumbers.mix(batch, into: &hashes, at: rows)
      }
    }
    return hashes
  }

  private mutating func findAll() {
    var bits = 0
    while contents.count >> bits > Self.partitionSize { bits += 1 }
    let shift = UInt32(32 - bits)
    var starts = [Int](repeating: 0, count: (1 << bits) + 1)
    for hash in hashes { starts[(bits == 0 ? 0 : Int(hash >> shift)) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var ends = starts
    var rows = [UInt32](repeating: 0, count: contents.count)
    for row in hashes.indices {
      let partition = bits == 0 ? 0 : Int(hashes[row] >> shift)
      rows[ends[partition]] = UInt32(row)
      ends[partition] += 1
    }
    for partition in 0..<1 << bits {
      find(in: rows[starts[partition]..<starts[partition + 1]])
    }
  }

  private mutating func find(in rows: ArraySlice<UInt32>) {
    var size = 16
    while size < rows.count * 2 { size *= 2 }
    if slots.count == size {
      for index in slots.indices { slots[index] = 0 }
    } else {
      slots = [UInt64](repeating: 0, count: size)
    }
    let all = contents.rows
    for row in rows where all.contains(Int(row)) { add(Int(row)) }
  }

  private mutating func add(_ row: Int) {
    let mask = slots.count - 1
    let hash = hashes[row]
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let other = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
      if UInt32(slots[slot] >> 32) == hash, hasSameKey(row, other) {
        found.append((row, other))
        return
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt64(hash) << 32 | UInt64(row + 1)
  }

  private func hasSameKey(_ left: Int, _ right: Int) -> Bool {
    for column in columns where column[left] != column[right] { return false }
    return true
  }
}

extension PackedNumbers {
  /// Reads the numbers of some rows, those of eight bytes cut to their lower half.
  fileprivate func readFolded(_ rows: Range<Int>, into result: inout [UInt32]) {
    guard width == 8 else { return read(rows, into: &result) }
    for (index, row) in rows.enumerated() { result[index] = UInt32(truncatingIfNeeded: self[row]) }
  }
}
