import Diagnostics

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
    var search = Search(licenses, people: data.codeCount(.party))
    for subscriptions in Self.subscriptionsInUse(data) where subscriptions.count > 1 {
      search.look(through: subscriptions)
    }
    let rows = licenses.rows
    all = search.found.sorted { left, right in
      (rows[left.license], left.license) < (rows[right.license], right.license)
    }
  }

  /// The codes of the subscriptions in use of each product, in the order of their ids.
  private static func subscriptionsInUse(_ data: Dataset) -> [[Int]] {
    let table = data.subscriptions
    let (keys, products, status) = (table.subscriptionID, table.productID, table.status)
    var byProduct: [[Int]] = Array(repeating: [], count: data.codeCount(.product))
    for row in table.rows where (status[row] ?? .active).isInUse {
      guard let key = keys.code(row), let product = products.code(row) else { continue }
      byProduct[product].append(key)
    }
    return byProduct.map { codes in
      guard codes.count > 1 else { return codes }
      return codes.map { (code: $0, id: data.text(.subscription, $0)) }
        .sorted { $0.id.isBefore($1.id) }.map(\.code)
    }
  }

  /// Remembers for each person the licence kept of the product at hand.
  private struct Search {
    private let licenses: Licenses
    private let assignees: [UInt32]
    private let hasGroups: Bool
    private(set) var found: [Duplicate] = []
    /// The licence kept plus 1, for each person; 0 for none.
    private var kept: [UInt32]
    private var spare: [Int] = []
    private var touched: [UInt32] = []

    init(_ licenses: Licenses, people: Int) {
      self.licenses = licenses
      assignees = licenses.assignees
      hasGroups = !licenses.unknownGroups.isEmpty
      kept = Array(repeating: 0, count: people)
    }

    /// Takes the subscriptions of one product, ordered by id.
    mutating func look(through subscriptions: [Int]) {
      for subscription in subscriptions {
        for license in licenses.licenses(ofSubscription: subscription) { take(license) }
      }
      for license in spare {
        let keptLicense = Int(kept[Int(assignees[license])]) - 1
        found.append(Duplicate(license: license, kept: keptLicense))
      }
      for person in touched { kept[Int(person)] = 0 }
      spare.removeAll(keepingCapacity: true)
      touched.removeAll(keepingCapacity: true)
    }

    private mutating func take(_ license: Int) {
      guard !hasGroups || !licenses.isGroup(license) else { return }
      let person = assignees[license]
      let known = Int(kept[Int(person)]) - 1
      if known < 0 {
        kept[Int(person)] = UInt32(license + 1)
        touched.append(person)
      } else if isEarlier(license, known) {
        kept[Int(person)] = UInt32(license + 1)
        spare.append(known)
      } else {
        spare.append(license)
      }
    }

    private func isEarlier(_ license: Int, _ known: Int) -> Bool {
      guard let day = licenses.assignedOn(license) else { return false }
      return licenses.assignedOn(known).map { day < $0 } ?? true
    }
  }
}
