/// The licences of the people who hold two of one product, worked out for them alone: no group has known
/// members.
struct HeldLicenses {
  /// A licence of a subscription in use, of whose product there is another one.
  private struct Held {
    let person: UInt32
    let product: UInt32
    /// The subscription's place among those of its product, by id.
    let rank: Int
    let row: Int
    /// The earliest day of its rows.
    var day: Int32
  }

  private var held: [Held] = []
  /// The people at hand that are groups.
  private var groups: Set<UInt32> = []

  init(_ data: Dataset, _ twice: HeldTwice, _ bought: SubscriptionsInUse) {
    let table = data.licenseAssignments
    let (dates, kinds) = (table.assignedOn, table.assigneeKind)
    let products = bought.productsBoughtTwice
    let ranks = bought.ranks
    var first: [Int: Int] = [:]
    for pair in twice.pairs {
      guard let person = table.assigneeID.code(Int(pair.row)) else { continue }
      if twice.people.contains(UInt32(person)) { first[Int(pair.row)] = Int(pair.first) }
    }
    var places: [Int: Int] = [:]
    for assignment in AssignmentRuns(data).assignments(of: twice.people) {
      let (row, code) = (assignment.row, Int(assignment.subscription))
      if kinds[row] == .group { groups.insert(assignment.person) }
      guard products[code] > 0 else { continue }
      if let place = places[first[row] ?? row] {
        held[place].day = Self.earlier(held[place].day, dates.days(row))
      } else {
        places[row] = held.count
        held.append(
          Held(
            person: assignment.person, product: products[code], rank: ranks[code], row: row,
            day: dates.days(row)))
      }
    }
    held.sort { ($0.person, $0.product, $0.rank) < ($1.person, $1.product, $1.rank) }
  }

  private static func earlier(_ known: Int32, _ day: Int32) -> Int32 {
    if day == DateColumn.none { return known }
    return known == DateColumn.none ? day : min(known, day)
  }

  /// The licences that are not kept, by row.
  var duplicates: [DuplicateLicenses.Duplicate] {
    var found: [DuplicateLicenses.Duplicate] = []
    var start = 0
    while start < held.count {
      let (person, product) = (held[start].person, held[start].product)
      let end =
        held[start...].firstIndex { $0.person != person || $0.product != product } ?? held.count
      if !groups.contains(person) { found += Self.duplicates(among: held[start..<end]) }
      start = end
    }
    return found.sorted { $0.row < $1.row }
  }

  /// The licences of one person and one product but for the one that is kept.
  private static func duplicates(among held: ArraySlice<Held>) -> [DuplicateLicenses.Duplicate] {
    guard var kept = held.first else { return [] }
    for license in held.dropFirst() where license.day != DateColumn.none {
      if kept.day == DateColumn.none || license.day < kept.day { kept = license }
    }
    return held.filter { $0.row != kept.row }.map { license in
      DuplicateLicenses.Duplicate(
        row: license.row, keptRow: kept.row, assignee: Int(license.person))
    }
  }
}
