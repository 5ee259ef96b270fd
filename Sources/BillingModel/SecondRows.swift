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
  }

  private func hashes() -> [UInt32] {
    let count = contents.count
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
    let (entries, starts) = partitions(bits: bits)
    for partition in 0..<1 << bits {
      find(in: entries[starts[partition]..<starts[partition + 1]])
    }
  }

  /// The rows with their hashes as a table has them, by the highest bits of the hash; and where each
  /// partition begins.
  private func partitions(bits: Int) -> (entries: [UInt64], starts: [Int]) {
    let hashes = hashes()
    func partition(_ hash: UInt32) -> Int { bits == 0 ? 0 : Int(hash >> UInt32(32 - bits)) }
    var starts = [Int](repeating: 0, count: (1 << bits) + 1)
    for hash in hashes { starts[partition(hash) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var ends = starts
    var entries = [UInt64](repeating: 0, count: hashes.count)
    for row in hashes.indices {
      let place = partition(hashes[row])
      entries[ends[place]] = UInt64(hashes[row]) << 32 | UInt64(row + 1)
      ends[place] += 1
    }
    return (entries, starts)
  }

  private mutating func find(in entries: ArraySlice<UInt64>) {
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    if slots.count == size {
      for index in slots.indices { slots[index] = 0 }
    } else {
      slots = [UInt64](repeating: 0, count: size)
    }
    let rows = contents.rows
    for entry in entries where rows.contains(Self.row(entry)) { add(entry) }
  }

  private static func row(_ entry: UInt64) -> Int {
    Int(UInt32(truncatingIfNeeded: entry)) - 1
  }

  private mutating func add(_ entry: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entry >> 32) & mask
    while slots[slot] != 0 {
      let other = slots[slot]
      if other >> 32 == entry >> 32, hasSameKey(Self.row(entry), Self.row(other)) {
        found.append((Self.row(entry), Self.row(other)))
        return
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = entry
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
