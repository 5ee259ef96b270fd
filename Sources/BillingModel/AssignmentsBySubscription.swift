/// The assignments in the order of their subscriptions' codes, those of one in the order of the table.
///
/// What licences are worked out from stands together, so that the table is read once from its first
/// row to its last.
struct AssignmentsBySubscription {
  /// The bit of a party that is a group.
  static let group: UInt32 = 1 << 31

  /// The places at which the assignments of each subscription begin, and the end.
  private(set) var starts: [Int]
  /// The person of each assignment; of a group its code with the top bit set.
  private(set) var parties: [UInt32]
  private(set) var rows: [UInt32]
  /// Whether some party is a group.
  private(set) var hasGroups = false

  /// Those of all rows that count, or of some of them.
  init(_ data: Dataset, rows chosen: RowSet? = nil) {
    let table = data.licenseAssignments
    let rowSet = chosen ?? table.rows
    let counts = table.subscriptionID.counts(of: rowSet, codes: data.codeCount(.subscription))
    var starts = [0]
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append((starts.last ?? 0) + count) }
    let count = starts[starts.count - 1]
    self.starts = starts
    parties = Array(repeating: 0, count: count)
    rows = Array(repeating: 0, count: count)
    hasGroups = Self.fill(&parties, &rows, table, rowSet, from: starts)
  }

  /// True when there was a group.
  private static func fill(
    _ parties: inout [UInt32], _ rows: inout [UInt32], _ table: Table<LicenseAssignments>,
    _ rowSet: RowSet, from starts: [Int]
  ) -> Bool {
    let subscriptions = table.subscriptionID.codes
    let (people, kinds) = (table.assigneeID.codes, table.assigneeKind.places)
    var hasGroups = false
    let groupKind = UInt32(AssigneeKind.allCases.firstIndex(of: .group) ?? 0) + 1
    var next = starts
    var numbers = [UInt32](repeating: 0, count: TextBatch.size)
    var (peopleNumbers, kindNumbers) = (numbers, numbers)
    for first in stride(from: 0, to: subscriptions.count, by: TextBatch.size) {
      let part = first..<min(subscriptions.count, first + TextBatch.size)
      subscriptions.read(part, into: &numbers)
      people.read(part, into: &peopleNumbers)
      kinds.read(part, into: &kindNumbers)
      rowSet.forEachRemoved(in: part) { numbers[$0 - first] = 0 }
      var next = next.mutableSpan
      var parties = parties.mutableSpan
      var rows = rows.mutableSpan
      let (codes, people, kinds) = (numbers.span, peopleNumbers.span, kindNumbers.span)
      for index in 0..<part.count where codes[index] != 0 {
        let place = next[Int(codes[index]) - 1]
        next[Int(codes[index]) - 1] = place + 1
        // An assignment without an assignee is in no table.
        let party = people[index] &- 1
        let isGroup = kinds[index] == groupKind
        parties[place] = isGroup ? party | group : party
        hasGroups = hasGroups || isGroup
        rows[place] = UInt32(first + index)
      }
    }
    return hasGroups
  }
}

extension AssignmentsBySubscription {
  /// The same with each assignment of a group replaced by one for each of its members. A group without
  /// members stays.
  func expanded(by members: GroupMembership) -> AssignmentsBySubscription {
    guard !members.isEmpty, hasGroups else { return self }
    var result = self
    result.parties = []
    result.rows = []
    for code in starts.indices.dropLast() {
      result.starts[code] = result.rows.count
      for index in starts[code]..<starts[code + 1] {
        let party = parties[index]
        let isGroup = party & Self.group != 0
        let people = isGroup ? members.members(of: Int(party & ~Self.group)) : []
        for party in people.isEmpty ? [party] : people {
          result.parties.append(party)
          result.rows.append(rows[index])
        }
      }
    }
    result.starts[starts.count - 1] = result.rows.count
    return result
  }
}

extension TextColumn {
  /// How many of some rows have each of the codes below `codes`.
  func counts(of rows: RowSet, codes count: Int) -> [Int] {
    // That of rows without a text comes first.
    var counts = [Int](repeating: 0, count: count + 1)
    codes.forEachBatch { first, batch, count in
      var counts = counts.mutableSpan
      let numbers = batch.span
      for index in 0..<count { counts[Int(numbers[index])] += 1 }
      rows.forEachRemoved(in: first..<first + count) { row in
        counts[Int(numbers[row - first])] -= 1
      }
    }
    counts.removeFirst()
    return counts
  }
}

extension PackedNumbers {
  /// Calls `body` for one batch of numbers after the other, with the row of the first.
  func forEachBatch(_ body: (_ first: Int, _ numbers: [UInt32], _ count: Int) -> Void) {
    forEachBatch(of: 0..<count, body)
  }

  /// Calls `body` for one batch of the numbers of some rows after the other, with the row of the first.
  func forEachBatch(
    of rows: Range<Int>, _ body: (_ first: Int, _ numbers: [UInt32], _ count: Int) -> Void
  ) {
    var batch = [UInt32](repeating: 0, count: TextBatch.size)
    for first in stride(from: rows.lowerBound, to: rows.upperBound, by: TextBatch.size) {
      let part = first..<Swift.min(rows.upperBound, first + TextBatch.size)
      read(part, into: &batch)
      body(first, batch, part.count)
    }
  }
}
