/// How many licences each subscription has, and what people hold twice: what the rules ask.
///
/// It says nothing of who holds what, so that the licences do not have to be put in order for it.
public struct LicenseCounts: Sendable {
  enum Source: Sendable {
    /// No group has known members: each assignment is a licence but for those that give one once more.
    case rows(HeldTwice)
    case licenses(Licenses)
  }

  let source: Source
  private let counts: [Int]

  /// Counts the licences. O(assignments + members of assigned groups).
  public init(_ data: Dataset) {
    let members = GroupMembership(data)
    let twice = members.isEmpty ? HeldTwice(data, SubscriptionsInUse(data)) : nil
    if let twice {
      source = .rows(twice)
      counts = Self.counts(data, twice)
    } else {
      let licenses = Licenses(data, expanding: members)
      source = .licenses(licenses)
      counts = (0..<data.codeCount(.subscription)).map {
        licenses.licenses(ofSubscription: $0).count
      }
    }
  }

  private static func counts(_ data: Dataset, _ twice: HeldTwice) -> [Int] {
    let table = data.licenseAssignments
    let subscriptions = table.subscriptionID
    var counts = subscriptions.counts(of: table.rows, codes: data.codeCount(.subscription))
    for pair in twice.pairs {
      if let code = subscriptions.code(Int(pair.row)) { counts[code] -= 1 }
    }
    return counts
  }

  /// How many distinct assignees a subscription has, by its code.
  public func assigned(toSubscription code: Int) -> Int { counts[code] }
}
