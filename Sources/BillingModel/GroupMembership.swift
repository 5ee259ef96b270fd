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

  /// True when nothing is known of any group.
  var isEmpty: Bool { byGroup.isEmpty }

  /// The people of a group in the order of the file; empty when nothing is known of it.
  public func members(of group: Int) -> [UInt32] {
    byGroup[group] ?? []
  }
}
