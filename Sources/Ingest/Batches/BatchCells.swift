import BillingModel
import ExactNumbers

/// The cells of a batch of records, column by column.
struct BatchCells: Sendable {
  /// How many records a batch has at most.
  static let size = 1024

  /// The cells of one column; which arrays are used depends on its kind.
  struct Column: Sendable {
    let plan: BatchPlan.Column
    var numbers: [UInt32] = []
    var lengths: [UInt32] = []
    var wide: [Int64] = []
    var decimals: [UInt8] = []
    /// Texts stand as they are said: there is one for each group of records that repeat it.
    fileprivate(set) var isGrouped = false

    init(_ plan: BatchPlan.Column) {
      self.plan = plan
      switch plan.kind {
      case .decimal, .whole:
        wide = [Int64](repeating: 0, count: BatchCells.size)
        decimals = [UInt8](repeating: 0, count: BatchCells.size)
      default:
        numbers = [UInt32](repeating: 0, count: BatchCells.size)
        lengths = numbers
      }
    }
  }

  private(set) var columns: [Column]
  /// Not 0 for a record that needs the thorough way.
  private(set) var odd = [UInt8](repeating: 0, count: size)
  private(set) var count = 0
  private(set) var extents = BatchExtents(size: size)
  private(set) var repeats = BatchRepeats(size: size)
  /// Texts whose doubled quotes were made single.
  private(set) var room = [UInt8](repeating: 0, count: 1 << 16)
  private let stride: Int

  init(_ plan: BatchPlan) {
    columns = plan.columns.map { Column($0) }
    stride = plan.stride
  }

  /// Reads some records of a block.
  mutating func read(_ records: Range<Int>, of block: BatchBlock, _ bytes: Span<UInt8>) {
    let stride = stride
    block.findRepeats(records, bytes, into: &repeats)
    read(records.count, bytes, block.positions) { source in
      CellPlace(
        first: records.lowerBound * stride + source, stride: stride, count: records.count,
        isLast: source == stride - 1)
    }
    block.extents(records, bytes, into: &extents)
  }

  /// Reads records whose cells stand between two positions each, record after record, cell after cell.
  mutating func read(
    _ count: Int, _ bytes: Span<UInt8>, between positions: [UInt32], _ extents: BatchExtents
  ) {
    let stride = stride
    repeats.forget()
    read(count, bytes, positions) { source in
      CellPlace(first: source * 2, stride: stride * 2, count: count, isLast: false)
    }
    self.extents = extents
  }

  private mutating func read(
    _ count: Int, _ bytes: Span<UInt8>, _ positions: [UInt32], _ place: (_ source: Int) -> CellPlace
  ) {
    precondition(count <= Self.size, "a batch has room for the records")
    self.count = count
    for index in 0..<count { odd[index] = 0 }
    var used = 0
    for index in columns.indices {
      let place = place(columns[index].plan.source)
      columns[index].isGrouped = repeats.columns.contains(columns[index].plan.source)
      if columns[index].isGrouped {
        UnsafeCells.read(
          place, of: repeats.leaders, bytes, positions, into: &columns[index], &repeats.odd,
          room: &room, used: &used)
        columns[index].spread(to: repeats.groups)
      } else {
        UnsafeCells.read(
          place, of: nil, bytes, positions, into: &columns[index], &odd, room: &room, used: &used)
      }
    }
    repeats.addOdd(to: &odd)
  }

  /// The records from `first` on that are alike: all regular, or all odd.
  func run(from first: Int) -> (records: Range<Int>, isOdd: Bool) {
    let isOdd = odd[first] != 0
    var end = first + 1
    while end < count, (odd[end] != 0) == isOdd { end += 1 }
    return (first..<end, isOdd)
  }
}

extension BatchCells.Column {
  /// Puts what each group of records says in the places of its records; texts wait until they are looked
  /// up.
  fileprivate mutating func spread(to groups: ArraySlice<UInt32>) {
    switch plan.kind {
    case .text, .extra: break
    case .decimal, .whole:
      UnsafeCells.spread(&wide, to: groups)
      UnsafeCells.spread(&decimals, to: groups)
      isGrouped = false
    case .date, .currency, .word:
      UnsafeCells.spread(&numbers, to: groups)
      isGrouped = false
    }
  }
}

/// Where the cells of one column of a batch stand in the positions of a block.
struct CellPlace {
  let first: Int
  let stride: Int
  let count: Int
  let isLast: Bool
}
