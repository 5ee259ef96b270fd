/// The licences that people hold beyond the first for one product, through two or more subscriptions
/// in use: paid twice.
///
/// Kept is the licence that was assigned first (no date: last; then by subscription id). Groups
/// without known members are no people and hold nothing twice.
public struct DuplicateLicenses: Sendable {
  /// A licence beyond the first.
  public struct Duplicate: Hashable, Sendable {
    /// The first assignment row of the licence that is not kept.
    public let row: Int
    /// That of the licence of the same person and product that is kept.
    public let keptRow: Int
    /// The code of the person.
    public let assignee: Int
  }

  /// The duplicates in the order of their assignment rows.
  public let all: [Duplicate]

  /// Finds the duplicates. O(licences + subscriptions × log), less where the people are known who have some.
  public init(_ data: Dataset, _ counts: LicenseCounts) {
    let bought = SubscriptionsInUse(data)
    switch counts.source {
    case .rows(let twice): all = HeldLicenses(data, twice, bought).duplicates
    case .licenses(let licenses):
      var search = Search(licenses, people: data.codeCount(.party))
      for subscriptions in bought.byProduct where subscriptions.count > 1 {
        search.look(through: subscriptions)
      }
      let rows = licenses.rows
      all = search.found.sorted { left, right in
        (rows[left.license], left.license) < (rows[right.license], right.license)
      }.map { found in
        Duplicate(
          row: Int(rows[found.license]), keptRow: Int(rows[found.kept]),
          assignee: Int(licenses.assignees[found.license]))
      }
    }
  }

  private static func isEarlier(_ license: Int, _ known: Int, in licenses: Licenses) -> Bool {
    guard let day = licenses.assignedOn(license) else { return false }
    return licenses.assignedOn(known).map { day < $0 } ?? true
  }

  /// Remembers for each person the licence kept of the product at hand.
  private struct Search {
    private let licenses: Licenses
    /// Licences that are not kept, each with the one that is.
    private(set) var found: [(license: Int, kept: Int)] = []
    /// The licence kept of a product, for each person: the product's number above the licence's. What is
    /// of another product is none.
    private var kept: [UInt64]
    private var product: UInt64 = 0
    private var spare: [Int] = []

    init(_ licenses: Licenses, people: Int) {
      self.licenses = licenses
      kept = Array(repeating: 0, count: people)
    }

    /// Takes the subscriptions of one product, ordered by id.
    mutating func look(through subscriptions: [Int]) {
      product += 1
      for subscription in subscriptions { take(licenses.licenses(ofSubscription: subscription)) }
      for license in spare {
        let kept = Int(UInt32(truncatingIfNeeded: kept[Int(licenses.assignees[license])]))
        found.append((license, kept))
      }
      spare.removeAll(keepingCapacity: true)
    }

    /// Takes licences of one subscription.
    private mutating func take(_ range: Range<Int>) {
      let (licenses, product) = (licenses, product)
      let assignees = licenses.assignees.span
      var spare: [Int] = []
      var kept = kept.mutableSpan
      for license in range {
        if licenses.isGroup(license) { continue }
        let person = Int(assignees[license])
        if kept[person] >> 32 == product {
          let known = Int(UInt32(truncatingIfNeeded: kept[person]))
          let isFirst = DuplicateLicenses.isEarlier(license, known, in: licenses)
          spare.append(isFirst ? known : license)
          if !isFirst { continue }
        }
        kept[person] = product << 32 | UInt64(license)
      }
      self.spare += spare
    }
  }
}
