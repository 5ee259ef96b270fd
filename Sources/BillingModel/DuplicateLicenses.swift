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
          let isFirst = Self.isEarlier(license, known, in: licenses)
          spare.append(isFirst ? known : license)
          if !isFirst { continue }
        }
        kept[person] = product << 32 | UInt64(license)
      }
      self.spare += spare
    }

    private static func isEarlier(_ license: Int, _ known: Int, in licenses: Licenses) -> Bool {
      guard let day = licenses.assignedOn(license) else { return false }
      return licenses.assignedOn(known).map { day < $0 } ?? true
    }
  }
}
