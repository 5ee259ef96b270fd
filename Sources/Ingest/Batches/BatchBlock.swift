internal import CByteScan

/// The index of a block of bytes: where the fields of its regular records end.
struct BatchBlock: Sendable {
  /// Positions from the block's first byte, after one that stands before it.
  private(set) var positions: [UInt32] = []
  private var ends: [UInt32] = []
  /// How many records, from the first on, are regular: valid text, well-placed quotes, and the
  /// expected number of fields.
  private(set) var count = 0
  /// The bytes among which line breaks within quotes stand; empty when there are none.
  private var innerLines = 0..<0
  /// Whether some regular record has bytes from 0x80.
  private(set) var hasHighBytes = false
  /// The record after the regular ones is whole and not regular, as far as the bytes show it.
  private(set) var isStopped = false
  /// The columns of which records often say what the one before says.
  private var repeatedColumns = 0..<0
  private let plan: BatchPlan

  init(_ plan: BatchPlan) {
    self.plan = plan
  }

  /// Indexes `bytes`, which begin at the start of a record.
  mutating func index(_ bytes: Span<UInt8>) {
    if positions.count < bytes.count + 65 {
      positions = UnsafeCells.untouched(bytes.count + 65)
      positions[0] = .max
      ends = UnsafeCells.untouched(bytes.count + 64)
    }
    let found = UnsafeCells.index(
      bytes, delimiter: plan.delimiter, isASCII: plan.isASCII, positions: &positions, ends: &ends)
    count = UnsafeCells.regularRecords(ends, count: found.records, stride: plan.stride)
    isStopped = count < found.records || found.end < bytes.count
    innerLines = found.inner_start..<found.inner_end
    hasHighBytes = false
    guard found.has_high_bytes, count > 0 else { return }
    let valid = UnsafeCells.validLength(of: bytes.extracting(0..<byteCount))
    while byteCount > valid {
      count -= 1
      isStopped = true
    }
    hasHighBytes = UnsafeCells.hasHighBytes(bytes.extracting(0..<byteCount))
  }

  /// Looks for records that repeat some columns, in a block whose records are all that will be read.
  mutating func sampleRepeats(_ bytes: Span<UInt8>) {
    repeatedColumns = UnsafeCells.repeatedColumns(
      bytes, positions, stride: plan.stride, count: count)
  }

  /// Groups some records by the columns that are often repeated.
  func findRepeats(_ records: Range<Int>, _ bytes: Span<UInt8>, into repeats: inout BatchRepeats) {
    guard !repeatedColumns.isEmpty else { return repeats.forget() }
    repeats.columns = repeatedColumns
    UnsafeCells.group(
      bytes, positions, first: records.lowerBound * plan.stride, stride: plan.stride,
      count: records.count, into: &repeats)
  }

  /// Leaves out records that begin at or after a byte.
  mutating func cut(before byte: Int) {
    while count > 0, start(of: count - 1) >= byte { count -= 1 }
  }

  /// How many bytes the regular records have.
  var byteCount: Int { count == 0 ? 0 : start(of: count) }

  /// The byte at which a record begins.
  func start(of record: Int) -> Int {
    record == 0 ? 0 : Int(positions[record * plan.stride]) + 1
  }

  /// The line breaks and bytes of some records.
  func extents(_ records: Range<Int>, _ bytes: Span<UInt8>, into batch: inout BatchExtents) {
    UnsafeCells.extents(
      bytes, positions, first: records.lowerBound * plan.stride, stride: plan.stride,
      count: records.count, innerLines: innerLines, into: &batch)
  }
}

/// The line breaks and bytes of each record of a batch.
struct BatchExtents: Sendable {
  var lines: [UInt32]
  var lengths: [UInt32]

  init(size: Int) {
    lines = [UInt32](repeating: 0, count: size)
    lengths = lines
  }
}
