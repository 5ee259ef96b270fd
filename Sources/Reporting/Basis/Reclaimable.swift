import BillingModel
import CalendarDates

/// Which licences in use could be taken back: those of people who cannot or do not sign in, and all
/// but the first of one person's licences for one product. Each counts once.
struct Reclaimable: Sendable {
  /// One flag for each licence.
  private var flags: [Bool]

  /// True when a licence could be taken back.
  subscript(license: Int) -> Bool { flags[license] }

  /// How many of a subscription's licences could be taken back.
  func count(in licenses: Range<Int>) -> Int {
    flags[licenses].count { $0 }
  }

  /// Works the flags out. O(licences).
  ///
  /// The subscriptions are ordered by their id.
  init(
    _ licenses: Licenses, _ subscriptions: [SubscriptionFigures], pools: [Int], people: Int,
    isInactive: (Int) -> Bool
  ) {
    flags = Array(repeating: false, count: licenses.count)
    let inactive = (0..<people).map(isInactive)
    let used = subscriptions.filter(\.isInUse)
    for code in used.map(\.code) + pools {
      for license in licenses.licenses(ofSubscription: code) {
        flags[license] = inactive[Int(licenses.assignees[license])]
      }
    }
    var kept = Kept(people: people)
    let groups = Dictionary(grouping: used, by: \.product).values.filter { $0.count > 1 }
    for group in groups {
      kept.begin()
      for subscription in group {
        for license in licenses.licenses(ofSubscription: subscription.code)
        where !licenses.isGroup(license) {
          if let spare = kept.spare(license, licenses) { flags[spare] = true }
        }
      }
    }
  }

  /// The licence that each person keeps of the product at hand.
  private struct Kept {
    private var license: [Int32]
    private var product: [Int32]
    private var current: Int32 = 0

    init(people: Int) {
      license = Array(repeating: 0, count: people)
      product = license
    }

    mutating func begin() { current += 1 }

    /// The one of two licences that is not kept; nil for a person's first.
    mutating func spare(_ candidate: Int, _ licenses: Licenses) -> Int? {
      let person = Int(licenses.assignees[candidate])
      guard product[person] == current else {
        product[person] = current
        license[person] = Int32(candidate)
        return nil
      }
      let other = Int(license[person])
      guard Self.isEarlier(licenses.assignedOn(candidate), licenses.assignedOn(other)) else {
        return candidate
      }
      license[person] = Int32(candidate)
      return other
    }

    /// True when the first day is earlier; no day is last, and of equal days the other stays.
    private static func isEarlier(_ day: CalendarDate?, _ other: CalendarDate?) -> Bool {
      guard let day else { return false }
      return other.map { day < $0 } ?? true
    }
  }
}
