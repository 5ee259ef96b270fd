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
  private let starts: [Int]
  /// The groups without known members, by code.
  public let unknownGroups: Set<Int>
  /// Whether a code is that of such a group; empty when there is none.
  private let isUnknownGroup: [Bool]
  private let dates: DateColumn
  /// The earliest day of a licence's rows, where it is not that of the first row.
  private let earlierDays: [Int: Int32]

  /// How many licences there are.
  public var count: Int { assignees.count }

  /// The place of a row in some of the rows, which ascend there.
  fileprivate static func place(of row: UInt32, in rows: [UInt32], _ range: Range<Int>) -> Int? {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && rows[low] == row ? low : nil
  }

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
    if !earlierDays.isEmpty, let day = earlierDays[license] { return CalendarDate(days: day) }
    return dates[Int(rows[license])]
  }

  /// True when the assignee is a group without known members; else it is a person or may be one.
  public func isGroup(_ license: Int) -> Bool {
    !isUnknownGroup.isEmpty && isUnknownGroup[Int(assignees[license])]
  }

  /// Works the licences out. O(assignments + members of assigned groups).
  public init(_ data: Dataset) {
    self.init(data, LicenseCounts(data))
  }

  /// Works the licences out, which were counted.
  public init(_ data: Dataset, _ counts: LicenseCounts) {
    switch counts.source {
    case .rows(let twice): self.init(LicenseBuilder(data, twice), data)
    case .licenses(let licenses): self = licenses
    }
  }

  /// Works the licences out, group after group.
  init(_ data: Dataset, expanding members: GroupMembership) {
    let assignments = AssignmentsBySubscription(data).expanded(by: members)
    var builder = LicenseBuilder(assignments, data.licenseAssignments.assignedOn)
    builder.removeSecondRows(people: data.codeCount(.party))
    self.init(builder, data)
  }

  private init(_ builder: LicenseBuilder, _ data: Dataset) {
    assignees = builder.assignees
    rows = builder.rows
    starts = builder.starts
    unknownGroups = builder.unknownGroups
    earlierDays = builder.earlierDays
    dates = data.licenseAssignments.assignedOn
    var isUnknownGroup: [Bool] = []
    if !unknownGroups.isEmpty {
      isUnknownGroup = Array(repeating: false, count: data.codeCount(.party))
      for group in unknownGroups { isUnknownGroup[group] = true }
    }
    self.isUnknownGroup = isUnknownGroup
  }
}

/// Makes licences of assignments in their own arrays, subscription after subscription.
private struct LicenseBuilder {
  private(set) var assignees: [UInt32]
  private(set) var rows: [UInt32]
  private(set) var starts: [Int]
  private(set) var unknownGroups: Set<Int> = []
  private(set) var earlierDays: [Int: Int32] = [:]
  private let dates: DateColumn

  init(_ assignments: consuming AssignmentsBySubscription, _ dates: DateColumn) {
    assignees = assignments.parties
    rows = assignments.rows
    starts = assignments.starts
    self.dates = dates
  }

  /// Makes them of the assignments but for those that give a licence once more.
  init(_ data: Dataset, _ twice: HeldTwice) {
    let table = data.licenseAssignments
    var first = table.rows
    for pair in twice.pairs { first.remove(Int(pair.row)) }
    let assignments = AssignmentsBySubscription(data, rows: first)
    let hasGroups = assignments.hasGroups
    self.init(assignments, table.assignedOn)
    if hasGroups {
      for index in assignees.indices { assignees[index] = person(at: index) }
    }
    note(twice, table)
  }

  /// Keeps the first assignment of each pair of subscription and assignee.
  mutating func removeSecondRows(people: Int) {
    // For each person the licence last given plus 1; it is of the current subscription when it is not
    // below its start.
    var last = [UInt32](repeating: 0, count: people)
    var count = 0
    var first = starts[0]
    for code in starts.indices.dropLast() {
      let (next, start) = (starts[code + 1], count)
      starts[code] = start
      for index in first..<next {
        let person = person(at: index)
        let known = Int(last[Int(person)]) - 1
        if known >= start {
          note(rows[index], of: known)
          continue
        }
        assignees[count] = person
        rows[count] = rows[index]
        count += 1
        last[Int(person)] = UInt32(count)
      }
      first = next
    }
    starts[starts.count - 1] = count
    assignees.removeLast(assignees.count - count)
    rows.removeLast(rows.count - count)
  }

  private mutating func person(at index: Int) -> UInt32 {
    let party = assignees[index]
    guard party & AssignmentsBySubscription.group != 0 else { return party }
    let group = party & ~AssignmentsBySubscription.group
    unknownGroups.insert(Int(group))
    return group
  }

  /// Takes what further rows say of their licences.
  private mutating func note(_ twice: HeldTwice, _ table: Table<LicenseAssignments>) {
    let kinds = table.assigneeKind
    for (row, first) in twice.pairs {
      if kinds[Int(row)] == .group, let group = table.assigneeID.code(Int(row)) {
        unknownGroups.insert(group)
      }
      let day = dates.days(Int(row))
      let given = dates.days(Int(first))
      guard day != DateColumn.none, given == DateColumn.none || day < given,
        let subscription = table.subscriptionID.code(Int(first)),
        let license = license(ofSubscription: subscription, row: first)
      else { continue }
      note(row, of: license)
    }
  }

  private func license(ofSubscription code: Int, row: UInt32) -> Int? {
    let range = starts[code]..<starts[code + 1]
    return Licenses.place(of: row, in: rows, range)
  }

  /// Takes the day of a further row of a licence, when it is the earliest.
  private mutating func note(_ row: UInt32, of license: Int) {
    let day = dates.days(Int(row))
    guard day != DateColumn.none else { return }
    let known = earlierDays[license] ?? dates.days(Int(rows[license]))
    if known == DateColumn.none || day < known { earlierDays[license] = day }
  }
}
