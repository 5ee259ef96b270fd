public import BillingModel
public import CalendarDates

/// What all reports of a run are worked out from, made once.
///
/// O(assignments + subscriptions log subscriptions) to make; the reports themselves are then walks
/// over arrays. A class because every report, column and page refers to it, and none is to copy it.
public final class ReportBasis: Sendable {
  /// The data set.
  public let data: Dataset
  /// Its licences.
  public let licenses: Licenses
  /// The report date.
  public let asOf: CalendarDate
  /// What a configuration changed.
  public let settings: ReportSettings

  /// Ordered by subscription id.
  let subscriptions: [SubscriptionFigures]
  let products: ProductCatalog
  let facts: ProductFacts
  let policies: PolicyIndex
  let takeoverTargets: TakeoverTargets
  let people: People
  let reclaimable: Reclaimable
  let pools: ProductPools
  let findings: FindingIndex
  /// The ids in quarantined records, when somebody has read them again.
  let quarantine: QuarantineIndex
  private let ordinals: [Int32]

  /// Prepares the reports.
  ///
  /// `findings` is what the rules say about rows of the data set, in any order; `quarantine` the ids in
  /// quarantined records, when somebody has read them again.
  public init(
    _ data: Dataset, licenses: Licenses, findings: [RowFinding], asOf: CalendarDate,
    settings: ReportSettings = ReportSettings(), quarantine: QuarantineIndex = QuarantineIndex()
  ) {
    self.quarantine = quarantine
    self.data = data
    self.licenses = licenses
    self.asOf = asOf
    self.settings = settings
    let subscriptions = SubscriptionFigures.all(of: data, licenses)
    self.subscriptions = subscriptions
    var ordinals = Array(repeating: Int32(-1), count: data.codeCount(.subscription))
    for (ordinal, subscription) in subscriptions.enumerated() {
      ordinals[subscription.code] = Int32(ordinal)
    }
    self.ordinals = ordinals
    products = ProductCatalog(data)
    facts = data.productFacts
    policies = PolicyIndex(data)
    takeoverTargets = TakeoverTargets(subscriptions, data)
    let people = People(data)
    self.people = people
    let pools = ProductPools(data, licenses, subscriptions)
    self.pools = pools
    reclaimable = Reclaimable(
      licenses, subscriptions, pools: pools.all.map(\.code), people: data.codeCount(.party),
      isInactive: { people.isInactive($0, on: asOf, after: settings.inactiveDays) })
    self.findings = FindingIndex(findings, data)
  }

  /// Works a report out. `userExport` gives all its rows, without a filter.
  public func report(_ name: ReportName) -> Report {
    switch name {
    case .licenseUsage: licenseUsage()
    case .selfServiceProducts: selfServiceProducts()
    case .selfServiceBuyers: selfServiceBuyers()
    case .selfServicePolicies: selfServicePolicies()
    case .consolidation: consolidation()
    case .apps: apps()
    case .renewals: renewals()
    case .invoiceSummary: invoiceSummary()
    case .users: users()
    case .departments: departments()
    case .userExport: userExport(UserExportFilter())
    }
  }

  /// The figures of a subscription by the code of its id; nil when `subscriptions` has no such row.
  func figures(ofSubscription code: Int) -> SubscriptionFigures? {
    ordinals[code] < 0 ? nil : subscriptions[Int(ordinals[code])]
  }

  /// The licences of a subscription: indexes into those of `licenses`.
  func licenses(of subscription: SubscriptionFigures) -> Range<Int> {
    licenses.licenses(ofSubscription: subscription.code)
  }

  /// How many of a subscription's licences could be taken back: none when it is not in use.
  func reclaimable(in subscription: SubscriptionFigures) -> Int {
    reclaimable.count(in: licenses(of: subscription))
  }

  /// How many different people and groups have a licence of one of the subscriptions.
  func assignees(ofSubscriptions codes: [Int], _ marks: inout Marks) -> Int {
    marks.begin()
    var count = 0
    for code in codes {
      for license in licenses.licenses(ofSubscription: code)
      where marks.mark(Int(licenses.assignees[license])) {
        count += 1
      }
    }
    return count
  }
}

/// A set of codes that is emptied without touching its memory.
struct Marks {
  private var stamps: [Int32]
  private var current: Int32 = 0

  init(count: Int) {
    stamps = Array(repeating: 0, count: count)
  }

  /// Empties the set.
  mutating func begin() { current += 1 }

  /// Adds a code; false when it is in the set already.
  mutating func mark(_ code: Int) -> Bool {
    guard stamps[code] != current else { return false }
    stamps[code] = current
    return true
  }
}
