import BillingModel

/// Who has the products of self-service purchases from the organisation as well.
struct CentralHolders: Sendable {
  private let basis: ReportBasis
  /// The people with a licence of an active central subscription that has enough for everyone, by
  /// product: of one that has given out too many nobody knows who keeps theirs.
  private let people: [Int: Set<UInt32>]

  /// Looks at the products that somebody bought.
  init(_ basis: ReportBasis) {
    self.basis = basis
    var people: [Int: Set<UInt32>] = [:]
    for product in Set(basis.subscriptions.filter(\.isSelfService).map(\.product)) {
      for subscription in basis.takeoverTargets[product] where subscription.overAssigned == 0 {
        let held = basis.licenses.assignees[basis.licenses(of: subscription)]
        people[product, default: []].formUnion(held)
      }
    }
    self.people = people
  }

  /// Everyone who has a licence of a purchase, by code.
  func everyone(_ purchase: SubscriptionFigures) -> [Int] {
    basis.licenses.assignees[basis.licenses(of: purchase)].map { Int($0) }
  }

  /// Those who can sign in and have the product from there only. Another purchase does not count,
  /// because it may end as well.
  func withoutAccess(_ purchase: SubscriptionFigures) -> [Int] {
    let held = people[purchase.product] ?? []
    return everyone(purchase).filter {
      !held.contains(UInt32($0)) && basis.people.isEnabled($0) != false
    }
  }

  /// The names of people, sorted; unknown when it is not known who has the purchase's licences.
  func names(_ people: [Int], of purchase: SubscriptionFigures) -> Cell {
    guard !purchase.isPooled else { return .missing }
    return .words(TextOrder.sorted(people) { basis.people.id($0) }.map { basis.people.id($0) })
  }
}
