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
    let assignments = data.licenseAssignments
    let subscriptions = assignments.subscriptionID
    let members = GroupMembership(data)
    let bySubscription = RowsBySubscription(
      assignments, subscriptions, count: data.codeCount(.subscription))
    var builder = Builder(people: data.codeCount(.party))
    let parties = assignments.assigneeID
    let kinds = assignments.assigneeKind
    let dates = assignments.assignedOn
    for code in 0..<data.codeCount(.subscription) {
      builder.begin(subscription: code)
      for row in bySubscription.rows(of: code) {
        guard let party = parties.code(Int(row)) else { continue }
        let day = dates.days(Int(row))
        guard kinds[Int(row)] == .group else {
          builder.add(UInt32(party), row: row, day: day)
          continue
        }
        let people = members.members(of: party)
        if people.isEmpty { builder.add(group: party, row: row, day: day) }
        for person in people { builder.add(person, row: row, day: day) }
      }
    }
    builder.end()
    assignees = builder.assignees
    rows = builder.rows
    assignedOn = builder.days
    starts = builder.starts
    unknownGroups = builder.unknownGroups
  }

  private struct Builder {
    var assignees: [UInt32] = []
    var rows: [UInt32] = []
    var days: [Int32] = []
    var starts: [Int] = []
    var unknownGroups: Set<Int> = []
    /// For each person the licence last given; it is of the current subscription when it is not below its start.
    var last: [Int]

    init(people: Int) {
      last = Array(repeating: -1, count: people)
    }

    mutating func begin(subscription: Int) {
      starts.append(assignees.count)
    }

    mutating func add(group: Int, row: UInt32, day: Int32) {
      unknownGroups.insert(group)
      add(UInt32(group), row: row, day: day)
    }

    mutating func add(_ person: UInt32, row: UInt32, day: Int32) {
      let known = last[Int(person)]
      if known >= starts[starts.count - 1] {
        if day != DateColumn.none, days[known] == DateColumn.none || day < days[known] {
          days[known] = day
        }
        return
      }
      last[Int(person)] = assignees.count
      assignees.append(person)
      rows.append(row)
      days.append(day)
    }

    mutating func end() {
      starts.append(assignees.count)
    }
  }
}
