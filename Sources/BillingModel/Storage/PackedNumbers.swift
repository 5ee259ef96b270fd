/// Whole numbers in as few bytes a row as the largest of them needs.
///
/// Columns keep 0 for "not given", so that a column which no row gives takes no memory. Small numbers
/// are cheap: what is negative is folded into them first (`zigzag`).
struct PackedNumbers: Sendable {
  /// How many numbers there are.
  private(set) var count = 0
  /// The bytes of each: 0 (all are 0), 1, 2, 4 or 8.
  private(set) var width = 0
  private var bytes: [UInt8] = []
  /// About how many numbers there will be.
  private var expected = 0

  /// The number of a row.
  subscript(row: Int) -> UInt64 {
    precondition(row >= 0 && row < count, "a row is below the column's count")
    return UnsafeNumbers.load(bytes, row, width: width)
  }

  /// Whether some number is 0.
  var hasZero: Bool {
    if width == 0 { return count > 0 }
    return UnsafeNumbers.hasZero(bytes, count: count, width: width)
  }

  /// The largest odd number of some rows that is not above a limit; 0 without one. Of numbers of at most
  /// four bytes.
  func largestOdd(in rows: Range<Int>, upTo limit: UInt32) -> UInt32 {
    var largest: UInt32 = 0
    forEachBatch(of: rows) { _, batch, count in
      let numbers = batch.span.extracting(0..<count)
      largest = Swift.max(largest, UnsafeNumbers.largestOdd(numbers, upTo: limit))
    }
    return largest
  }

  /// Appends a number.
  mutating func append(_ number: UInt64) {
    if number >> (8 * UInt64(width)) != 0, width < 8 { widen(toHold: number) }
    UnsafeNumbers.append(number, width: width, to: &bytes)
    count += 1
  }

  /// Appends numbers, of which it may be known that none is larger than `limit`. O(their count); now and then
  /// O(`count`) when one is larger than all before.
  mutating func append(contentsOf numbers: Span<UInt32>, upTo limit: Int = .max) {
    if width < 4, limit >> (8 * width) != 0 {
      let largest = UnsafeNumbers.maximum(numbers)
      if UInt64(largest) >> (8 * UInt64(width)) != 0 { widen(toHold: UInt64(largest)) }
    }
    UnsafeNumbers.append(numbers, width: width, to: &bytes)
    count += numbers.count
  }

  /// Appends the numbers of another column.
  mutating func append(contentsOf other: PackedNumbers) {
    if count == 0 {
      self = other
      return
    }
    if other.width > width { widen(to: other.width) }
    if other.width == width {
      bytes += other.bytes
      count += other.count
    } else {
      for row in 0..<other.count { append(other[row]) }
    }
  }

  /// Says about how many numbers there will be, so that memory is taken once.
  mutating func expect(_ total: Int) {
    expected = total
    if width > 0 { bytes.reserveCapacity(total * width) }
  }

  /// Appends 0 until there are `total` numbers.
  mutating func fill(to total: Int) {
    guard count < total else { return }
    bytes += repeatElement(0, count: (total - count) * width)
    count = total
  }

  /// Takes numbers from the end until `total` are left.
  mutating func truncate(to total: Int) {
    guard count > total else { return }
    bytes.removeLast((count - total) * width)
    count = total
  }

  /// Puts another number into a row.
  mutating func replace(_ row: Int, by number: UInt64) {
    precondition(row >= 0 && row < count, "a row is below the column's count")
    if number >> (8 * UInt64(width)) != 0, width < 8 { widen(toHold: number) }
    UnsafeNumbers.store(number, &bytes, row, width: width)
  }

  /// Reads the numbers of some rows, each below 2^32, into `result`, which has room for them.
  func read(_ rows: Range<Int>, into result: inout [UInt32]) {
    precondition(width <= 4, "numbers of eight bytes are read one by one")
    precondition(rows.lowerBound >= 0 && rows.upperBound <= count, "rows are below the count")
    UnsafeNumbers.read(bytes, rows, width: width, into: &result)
  }

  /// Replaces codes plus 1, from the code `first` on, by those that a map gives; 0 stays.
  mutating func recode(by map: [UInt32], from first: Int = 0) {
    guard width > 0 else { return }
    let largest = UInt64(UnsafeNumbers.maximum(map.span)) + 1
    if largest >> (8 * UInt64(width)) != 0 { widen(toHold: largest) }
    UnsafeNumbers.recode(&bytes, count: count, width: width, by: map, from: first)
  }

  private mutating func widen(toHold number: UInt64) {
    widen(to: number < 1 << 8 ? 1 : number < 1 << 16 ? 2 : number < 1 << 32 ? 4 : 8)
  }

  private mutating func widen(to wider: Int) {
    guard wider > width else { return }
    var wide: [UInt8] = []
    wide.reserveCapacity(max(64, expected, count + count / 2) * wider)
    if width == 0 {
      wide += repeatElement(0, count: count * wider)
    } else {
      for row in 0..<count {
        UnsafeNumbers.append(
          UnsafeNumbers.load(bytes, row, width: width), width: wider, to: &wide)
      }
    }
    bytes = wide
    width = wider
  }
}

extension PackedNumbers {
  /// A number with its sign in the lowest bit: 0, −1, 1, −2, … become 0, 1, 2, 3, ….
  static func zigzag(_ number: Int64) -> UInt64 {
    UInt64(bitPattern: (number << 1) ^ (number >> 63))
  }

  /// The same of a number of 32 bits.
  static func zigzag(_ number: Int32) -> UInt32 {
    UInt32(bitPattern: (number << 1) ^ (number >> 31))
  }

  /// The number that `zigzag` made this of.
  static func unzigzag(_ folded: UInt64) -> Int64 {
    Int64(bitPattern: folded >> 1) ^ -Int64(bitPattern: folded & 1)
  }
}
