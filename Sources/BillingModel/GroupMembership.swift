/// The members of each group, by code.
public struct GroupMembership: Sendable {
  private let byGroup: [Int: [UInt32]]

  /// Reads the table `group_members`.
  public init(_ data: Dataset) {
    let table = data.groupMembers
    let groups = table.groupID
    let people = table.userPrincipalName
    var byGroup: [Int: [UInt32]] = [:]
    for row in table.rows {
      guard let group = groups.code(row), let person = people.code(row) else { continue }
      byGroup[group, default: []].append(UInt32(person))
    }
    self.byGroup = byGroup
  }

  /// The people of a group in the order of the file; empty when nothing is known of it.
  public func members(of group: Int) -> [UInt32] {
    byGroup[group] ?? []
  }
}

/// The assignment rows of each subscription, in the order of the table.
struct RowsBySubscription {
  private var starts: [Int]
  private var sorted: [UInt32]

  init(
    _ table: Table<LicenseAssignments>, _ column: TextColumn<SubscriptionID>, count: Int
  ) {
    starts = Array(repeating: 0, count: count + 1)
    for row in table.rows {
      if let code = column.code(row) { starts[code + 1] += 1 }
    }
    for code in 0..<count { starts[code + 1] += starts[code] }
    var next = starts
    sorted = Array(repeating: 0, count: starts[count])
    for row in table.rows {
      guard let code = column.code(row) else { continue }
      sorted[next[code]] = UInt32(row)
      next[code] += 1
    }
  }

  func rows(of code: Int) -> ArraySlice<UInt32> {
    sorted[starts[code]..<starts[code + 1]]
  }
}
