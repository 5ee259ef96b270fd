import CSVReading

/// Takes the regular records at the front of the bytes at hand in batches.
///
/// Nothing is decided here: a record that is not written in the plainest way is handed to the reader
/// of single records, in its turn.
struct BatchReader: Sendable {
  private let plan: BatchPlan
  private let reachLimits: IndexReach
  private var reach: Int
  private(set) var block: BatchBlock
  private(set) var cells: BatchCells

  init(_ plan: BatchPlan, reach: IndexReach) {
    self.plan = plan
    reachLimits = reach
    self.reach = reach.most
    block = BatchBlock(plan)
    cells = BatchCells(plan)
  }

  /// Gives its memory back, until it is used again.
  mutating func release() {
    block = BatchBlock(plan)
    cells = BatchCells(plan)
  }

  /// Indexes the regular records at the front of the first `count` of the bytes. False when there are
  /// none, and the next record has to be read alone or needs more bytes.
  mutating func index(_ bytes: Span<UInt8>, count: Int) -> Bool {
    while true {
      let size = min(reach, count)
      block.index(bytes.extracting(0..<size))
      if block.isStopped {
        reach = reachLimits.least
        return block.count > 0
      }
      let isWhole = size == count
      reach = min(reach * 2, reachLimits.most)
      if block.count > 0 || isWhole || size == reachLimits.most { return block.count > 0 }
    }
  }

  /// Leaves out records that begin at or after a byte of the block.
  mutating func cut(before byte: Int) {
    block.cut(before: byte)
  }

  /// Looks for columns that the indexed records often repeat.
  mutating func sampleRepeats(_ bytes: Span<UInt8>) {
    block.sampleRepeats(bytes)
  }

  /// Reads some of the indexed records.
  mutating func read(_ records: Range<Int>, _ bytes: Span<UInt8>) {
    cells.read(records, of: block, bytes)
  }
}
