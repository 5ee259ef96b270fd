import BillingModel
public import Diagnostics

/// Who answers for a finding, as far as the exports say.
public enum FindingOwner: Hashable, Sendable {
  /// Who bought the subscription, by the id of `BuyerIndex`.
  case buyer(id: String)
  /// The owners of a billing profile.
  case billingProfile(id: String)
  /// Nobody is named: the licence administrators.
  case administrators
  /// The findings about reading: who makes the exports.
  case exports
}

/// How many findings each of those has who answer for them.
public struct FindingOwnerCounts: Sendable {
  /// One of them.
  public struct Line: Sendable {
    /// Who.
    public let owner: FindingOwner
    /// Their names, ordered; empty when none is known.
    public let names: [String]
    /// The findings.
    public let counts: FindingCounts
  }

  /// Most findings of the worst severity first, then by id.
  public let lines: [Line]

  /// Counts the findings about rows by who answers for the row, and the others as those of the exports.
  public init(_ basis: ReportBasis, all: [Finding]) {
    let owners = OwnerIndex(basis.data)
    var counts: [FindingOwner: FindingCounts] = [:]
    var ofExports = FindingCounts(all)
    for finding in basis.findings.all {
      counts[owners.owner(of: finding), default: FindingCounts()].add(finding)
      ofExports.remove(finding)
    }
    if ofExports.total > 0 { counts[.exports] = ofExports }
    lines = counts.map { Line(owner: $0, names: owners.names($0), counts: $1) }
      .sorted { left, right in
        for severity in Severity.allCases.reversed()
        where left.counts[severity] != right.counts[severity] {
          return left.counts[severity] > right.counts[severity]
        }
        return left.owner.order.isBefore(right.owner.order)
      }
  }
}

extension FindingCounts {
  mutating func add(_ finding: RowFinding) {
    add(finding.severity, isWaived: finding.waiver != nil)
  }

  mutating func remove(_ finding: RowFinding) {
    add(finding.severity, isWaived: finding.waiver != nil, count: -1)
  }
}

extension FindingOwner {
  /// A text that orders owners of the same counts.
  fileprivate var order: String {
    switch self {
    case .administrators: "0"
    case .exports: "1"
    case .billingProfile(let id): "2" + id
    case .buyer(let id): "3" + id
    }
  }
}

/// Who answers for the rows of the data set.
private struct OwnerIndex {
  private let data: Dataset
  private let buyers: BuyerIndex
  private var profileOwners: [Int: [String]] = [:]

  init(_ data: Dataset) {
    self.data = data
    buyers = BuyerIndex(data)
    let roles = data.billingProfileRoles
    let (profiles, people, words) = (roles.billingProfileID, roles.userPrincipalName, roles.role)
    for row in roles.rows where words[row] == .owner {
      if let profile = profiles.code(row), let person = people[row] {
        profileOwners[profile, default: []].append(person)
      }
    }
  }

  func names(_ owner: FindingOwner) -> [String] {
    switch owner {
    case .buyer(let id): [buyers.buyer(id: id).flatMap { buyers.name($0) } ?? id]
    case .billingProfile(let id):
      (data.code(.billingProfile, of: id).flatMap { profileOwners[$0] } ?? [])
        .sorted { $0.isBefore($1) }
    case .administrators, .exports: []
    }
  }

  func owner(of finding: RowFinding) -> FindingOwner {
    let row = finding.row
    switch finding.table {
    case .subscriptions: return owner(ofSubscription: row)
    case .licenseAssignments:
      return data.licenseAssignments.subscriptionID.code(row)
        .flatMap { data.subscriptionRow($0) }.map { owner(ofSubscription: $0) } ?? .administrators
    case .invoices: return profile(data.invoices.billingProfileID.code(row))
    case .invoiceLines:
      let invoice = data.invoiceLines.invoiceID.code(row).flatMap { data.invoiceRow($0) }
      return profile(invoice.flatMap { data.invoices.billingProfileID.code($0) })
    case .billingProfiles: return profile(data.billingProfiles.billingProfileID.code(row))
    case .billingProfileRoles:
      return profile(data.billingProfileRoles.billingProfileID.code(row))
    default: return .administrators
    }
  }

  private func owner(ofSubscription row: Int) -> FindingOwner {
    if let buyer = buyers.buyer(ofSubscription: row) { return .buyer(id: buyers.id(buyer)) }
    return profile(data.subscriptions.billingProfileID.code(row))
  }

  /// A profile of which no owner is known is the administrators' business.
  private func profile(_ code: Int?) -> FindingOwner {
    guard let code, profileOwners[code] != nil else { return .administrators }
    return .billingProfile(id: data.text(.billingProfile, code))
  }
}
