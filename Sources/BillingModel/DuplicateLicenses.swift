/// The licences that people hold beyond the first for one product, through two or more subscriptions
/// in use: paid twice.
///
/// Kept is the licence that was assigned first (no date: last; then by subscription id). Groups
/// without known members are no people and hold nothing twice.
public struct DuplicateLicenses: Sendable {
  /// A licence beyond the first.
  public struct Duplicate: Hashable, Sendable {
    /// The licence that is not kept: an index of `Licenses`.
    public let license: Int
    /// The licence of the same person and product that is kept.
    public let kept: Int
  }

  /// The duplicates in the order of their assignment rows.
  public let all: [Duplicate]

  /// Finds the duplicates. O(licences + subscriptions × log).
  public init(_ data: Dataset, _ licenses: Licenses) {
    let bought = SubscriptionsInUse(data)
    var found: [Duplicate] = []
    if let people = licenses.holdsTwice {
      found = Self.duplicates(of: people, data, licenses, bought)
    } else {
      var search = Search(licenses, people: data.codeCount(.party))
      for subscriptions in bought.byProduct where subscriptions.count > 1 {
        search.look(through: subscriptions)
      }
      found = search.found
    }
    let rows = licenses.rows
    all = found.sorted { left, right in
      (rows[left.license], left.license) < (rows[right.license], right.license)
    }
  }

  /// Those of some people, of whom alone the assignments are looked at.
  private static func duplicates(
    of people: CodeSet, _ data: Dataset, _ licenses: Licenses, _ bought: SubscriptionsInUse
  ) -> [Duplicate] {
    let products = bought.productsBoughtTwice
    var ranks = [Int](repeating: 0, count: products.count)
    for codes in bought.byProduct {
      for (rank, code) in codes.enumerated() { ranks[code] = rank }
    }
    var held: [(person: UInt32, product: UInt32, rank: Int, license: Int)] = []
    for assignment in AssignmentRuns(data).assignments(of: people) {
      let code = Int(assignment.subscription)
      guard products[code] > 0,
        let license = licenses.license(ofSubscription: code, row: assignment.row),
        !licenses.isGroup(license)
      else { continue }
      held.append((assignment.person, products[code], ranks[code], license))
    }
    held.sort { ($0.person, $0.product, $0.rank) < ($1.person, $1.product, $1.rank) }
    var found: [Duplicate] = []
    var start = 0
    while start < held.count {
      let (person, product) = (held[start].person, held[start].product)
      let rest = held[start...]
      let end = rest.firstIndex { $0.person != person || $0.product != product } ?? held.count
      found += duplicates(among: held[start..<end].map(\.license), licenses)
      start = end
    }
    return found
  }

  /// The licences of one person and one product but for the one that is kept.
  private static func duplicates(among held: [Int], _ licenses: Licenses) -> [Duplicate] {
    var kept = held[0]
    for license in held.dropFirst() where isEarlier(license, kept, in: licenses) { kept = license }
    return held.filter { $0 != kept }.map { Duplicate(license: $0, kept: kept) }
  }

  private static func isEarlier(_ license: Int, _ known: Int, in licenses: Licenses) -> Bool {
    guard let day = licenses.assignedOn(license) else { return false }
    return licenses.assignedOn(known).map { day < $0 } ?? true
  }

  /// Remembers for each person the licence kept of the product at hand.
  private struct Search {
    private let licenses: Licenses
    private(set) var found: [Duplicate] = []
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
        found.append(Duplicate(license: license, kept: kept))
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
