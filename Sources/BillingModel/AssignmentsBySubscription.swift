/// The assignments in the order of their subscriptions' codes, those of one in the order of the table.
///
/// What licences are worked out from stands together, so that the table is read once from its first
/// row to its last.
struct AssignmentsBySubscription {
  private static let group: UInt32 = 1 << 31

  /// The places at which the assignments of each subscription begin, and the end.
  private(set) var starts: [Int]
  /// The person of each assignment; of a group its code with the top bit set.
  private(set) var parties: [UInt32]
  private(set) var rows: [UInt32]
  private(set) var days: [Int32]

  var count: Int { rows.count }

  init(_ data: Dataset) {
    let table = data.licenseAssignments
    let subscriptions = table.subscriptionID.codes
    starts = Array(repeating: 0, count: data.codeCount(.subscription) + 1)
    let counts = Self.counts(subscriptions, table.rows, codes: starts.count - 1)
    for code in counts.indices { starts[code + 1] = starts[code] + counts[code] }
    let count = starts[starts.count - 1]
    parties = Array(repeating: 0, count: count)
    rows = parties
    days = Array(repeating: 0, count: count)
    fill(table, subscriptions)
  }

  func isGroup(_ index: Int) -> Bool { parties[index] & Self.group != 0 }

  /// The person or group of an assignment.
  func party(_ index: Int) -> UInt32 { parties[index] & ~Self.group }

  private static func counts(_ subscriptions: PackedNumbers, _ rows: RowSet, codes: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: codes)
    subscriptions.forEachBatch { first, batch, count in
      for index in 0..<count where batch[index] != 0 && rows.contains(first + index) {
        counts[Int(batch[index]) - 1] += 1
      }
    }
    return counts
  }

  private mutating func fill(_ table: Table<LicenseAssignments>, _ subscriptions: PackedNumbers) {
    let (people, kinds) = (table.assigneeID.codes, table.assigneeKind.places)
    let (dates, rowSet) = (table.assignedOn, table.rows)
    let group = UInt64(AssigneeKind.allCases.firstIndex(of: .group) ?? 0) + 1
    var next = starts
    subscriptions.forEachBatch { first, batch, count in
      for index in 0..<count where batch[index] != 0 && rowSet.contains(first + index) {
        let row = first + index
        let place = next[Int(batch[index]) - 1]
        next[Int(batch[index]) - 1] = place + 1
        // An assignment without an assignee is in no table.
        let party = UInt32(truncatingIfNeeded: people[row] &- 1)
        parties[place] = kinds[row] == group ? party | Self.group : party
        rows[place] = UInt32(row)
        days[place] = dates.days(row)
      }
    }
  }
}

extension PackedNumbers {
  /// Calls `body` for one batch of numbers after the other, with the row of the first.
  func forEachBatch(_ body: (_ first: Int, _ numbers: [UInt32], _ count: Int) -> Void) {
    var batch = [UInt32](repeating: 0, count: TextBatch.size)
    for first in stride(from: 0, to: count, by: TextBatch.size) {
      let rows = first..<Swift.min(count, first + TextBatch.size)
      read(rows, into: &batch)
      body(first, batch, rows.count)
    }
  }
}
