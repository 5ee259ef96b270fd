public import CalendarDates

/// The licences: distinct pairs of subscription and assignee, with groups expanded to their members.
///
/// A person who holds one subscription directly and through a group is one licence. A group for which
/// `group_members` has no rows counts as one assignee. Licences of one subscription stand together, in
/// the order of their first assignment row. All subscriptions are in it, whatever their status.
public struct Licenses: Sendable {
  /// The code of each licence's person or group.
  public let assignees: [UInt32]
  /// The first assignment row of each licence.
  public let rows: [UInt32]
  /// The earliest day of assignment over the licence's rows.
  private let assignedOn: [Int32]
  private let starts: [Int]
  /// The groups without known members, by code.
  public let unknownGroups: Set<Int>

  /// How many licences there are.
  public var count: Int { assignees.count }

  /// The licences of a subscription, by its code: indexes into `assignees` and `rows`.
  public func licenses(ofSubscription code: Int) -> Range<Int> {
    starts[code]..<starts[code + 1]
  }

  /// How many distinct assignees a subscription has.
  public func assigned(toSubscription code: Int) -> Int {
    starts[code + 1] - starts[code]
  }

  /// The earliest day on which a licence was assigned; nil when no row says.
  public func assignedOn(_ license: Int) -> CalendarDate? {
    assignedOn[license] == DateColumn.none ? nil : CalendarDate(days: assignedOn[license])
  }

  /// True when the assignee is a person or may be one: not a group without known members.
  public func isGroup(_ license: Int) -> Bool {
    unknownGroups.contains(Int(assignees[license]))
  }

  /// Works the licences out. O(assignments + members of assigned groups).
  public init(_ data: Dataset) {
    var builder = LicenseBuilder(people: data.codeCount(.party))
    builder.add(AssignmentsBySubscription(data), GroupMembership(data))
    assignees = builder.assignees
    rows = builder.rows
    assignedOn = builder.days
    starts = builder.starts
    unknownGroups = builder.unknownGroups
  }
}

/// Collects licences, subscription after subscription.
private struct LicenseBuilder {
  private(set) var assignees: [UInt32] = []
  private(set) var rows: [UInt32] = []
  private(set) var days: [Int32] = []
  private(set) var starts: [Int] = []
  private(set) var unknownGroups: Set<Int> = []
  /// For each person the licence last given plus 1; it is of the current subscription when it is not
  /// below its start.
  private var last: [UInt32]

  init(people: Int) {
    last = Array(repeating: 0, count: people)
  }

  mutating func add(_ assignments: AssignmentsBySubscription, _ members: GroupMembership) {
    assignees.reserveCapacity(assignments.count)
    rows.reserveCapacity(assignments.count)
    days.reserveCapacity(assignments.count)
    for code in assignments.starts.indices.dropLast() {
      starts.append(assignees.count)
      for index in assignments.starts[code]..<assignments.starts[code + 1] {
        let (row, day) = (assignments.rows[index], assignments.days[index])
        if assignments.isGroup(index) {
          add(group: Int(assignments.party(index)), members, row: row, day: day)
        } else {
          add(assignments.parties[index], row: row, day: day)
        }
      }
    }
    starts.append(assignees.count)
  }

  private mutating func add(group: Int, _ members: GroupMembership, row: UInt32, day: Int32) {
    let people = members.members(of: group)
    for person in people { add(person, row: row, day: day) }
    if people.isEmpty {
      unknownGroups.insert(group)
      add(UInt32(group), row: row, day: day)
    }
  }

  private mutating func add(_ person: UInt32, row: UInt32, day: Int32) {
    let known = Int(last[Int(person)]) - 1
    if known >= starts[starts.count - 1] {
      if day != DateColumn.none, days[known] == DateColumn.none || day < days[known] {
        days[known] = day
      }
      return
    }
    assignees.append(person)
    last[Int(person)] = UInt32(assignees.count)
    rows.append(row)
    days.append(day)
  }
}
