/// Groups whose rows follow each other, as nearly all do in most exports.
extension SecondRows {
  /// Of so many rows at most one may begin a group again that had ended.
  private static let share = 16

  /// Looks through the groups as their rows come. The few that do not stand together are looked through
  /// at the end; false when there are too many of them, then nothing was found.
  mutating func findInRuns(largest: Int) -> Bool {
    let (grouping, cells) = (grouping, others.first)
    // Of cells that are not read in batches nothing is known: as if all were the same.
    var numbers = [UInt32](repeating: 0, count: TextBatch.size)
    let narrow = cells.flatMap { $0.width <= 4 ? $0 : nil }
    var ended = CodeSet(largest: largest)
    var apart = CodeSet(largest: largest)
    let most = grouping.count / Self.share
    var run = Run()
    grouping.forEachBatch { first, groups, count in
      guard apart.additions <= most else { return }
      narrow?.read(first..<first + count, into: &numbers)
      for index in 0..<count {
        if groups[index] != run.group {
          if run.mayRepeat { find(in: run.start..<first + index) }
          if !ended.add(groups[index]) { apart.add(groups[index]) }
          run.begin(groups[index], row: first + index, numbers[index])
        } else {
          run.goOn(index, of: numbers.span, first: first)
        }
      }
    }
    if apart.additions > most {
      found = []
      return false
    }
    if run.mayRepeat { find(in: run.start..<grouping.count) }
    if apart.additions > 0 { findAgain(apart) }
    return true
  }

  /// Looks through all rows of some groups, whatever was found of them.
  private mutating func findAgain(_ groups: CodeSet) {
    let grouping = grouping
    found.removeAll { groups.contains(UInt32(grouping[$0.row])) }
    var rows: [UInt32] = []
    grouping.forEachBatch { first, batch, count in
      for index in 0..<count where groups.contains(batch[index]) {
        rows.append(UInt32(first + index))
      }
    }
    find(in: rows)
  }
}

/// Rows of one group that follow each other. One whose cells ascend, as the numbers of an invoice's lines
/// do, has no second row, and a short one whose cells all differ has none.
private struct Run {
  /// Runs of so many rows are looked at cell by cell.
  private static let short = 16

  private(set) var group = UInt32.max
  private(set) var start = 0
  /// Whether two of its rows may have the same cell.
  private(set) var mayRepeat = false
  private var isAscending = true
  private var last: UInt32 = 0

  mutating func begin(_ group: UInt32, row: Int, _ cell: UInt32) {
    self.group = group
    start = row
    mayRepeat = false
    isAscending = true
    last = cell
  }

  /// Takes the row at a place of a batch, whose cells begin with that of the row `first`.
  mutating func goOn(_ place: Int, of cells: Span<UInt32>, first: Int) {
    let cell = cells[place]
    if cell <= last { isAscending = false }
    last = cell
    guard !isAscending, !mayRepeat else { return }
    let begin = start - first
    if begin < 0 || place - begin > Self.short {
      mayRepeat = true
    } else {
      for earlier in begin..<place where cells[earlier] == cell { mayRepeat = true }
    }
  }
}
