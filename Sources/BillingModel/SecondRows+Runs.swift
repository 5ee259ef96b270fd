/// The groups whose rows do not all follow each other, as they do in most exports.
struct StrayGroups {
  /// Of so many rows at most one may begin such a group again.
  private static let share = 16

  private var marks: [UInt64] = []

  /// Nil when there are too many.
  init?(_ grouping: PackedNumbers, largest: Int) {
    var seen = [UInt64](repeating: 0, count: largest >> 6 + 1)
    var current = UInt32.max
    var strays: [UInt32] = []
    let most = grouping.count / Self.share
    grouping.forEachBatch { _, batch, count in
      for index in 0..<count where batch[index] != current && strays.count <= most {
        current = batch[index]
        let bit: UInt64 = 1 << UInt64(current & 63)
        if seen[Int(current) >> 6] & bit != 0 { strays.append(current) }
        seen[Int(current) >> 6] |= bit
      }
    }
    guard strays.count <= most else { return nil }
    if strays.isEmpty { return }
    marks = [UInt64](repeating: 0, count: largest >> 6 + 1)
    for group in strays { marks[Int(group) >> 6] |= 1 << UInt64(group & 63) }
  }

  /// True when the rows of the group do not follow each other.
  func contains(_ group: UInt32) -> Bool {
    !marks.isEmpty && marks[Int(group) >> 6] >> UInt64(group & 63) & 1 != 0
  }
}

extension SecondRows {
  /// Looks through the groups as their rows follow each other, and then through all rows of those that
  /// have strays.
  mutating func findInRuns(_ strays: StrayGroups) {
    var apart: [UInt32] = []
    var current = UInt32.max
    let (grouping, cells) = (grouping, others.first)
    grouping.forEachBatch { first, batch, count in
      for index in 0..<count {
        let row = UInt32(first + index)
        if strays.contains(batch[index]) {
          apart.append(row)
          continue
        }
        if batch[index] != current {
          finishGroup()
          current = batch[index]
        }
        addToGroup(row, cells?[Int(row)] ?? 0)
      }
    }
    finishGroup()
    find(in: apart)
  }
}
