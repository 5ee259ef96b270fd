import BillingModel
import Diagnostics

/// The findings about each subscription, product and invoice, by the code of its id.
struct FindingIndex: Sendable {
  private let all: [RowFinding]
  private var bySubscription: [Int: [Int]] = [:]
  private var byInvoice: [Int: [Int]] = [:]
  private var byProfile: [Int: [Int]] = [:]

  /// Sorts the findings out. A finding about a licence belongs to the subscription of its row.
  init(_ findings: [RowFinding], _ data: Dataset) {
    all = findings
    let rows = (data.subscriptions.subscriptionID, data.licenseAssignments.subscriptionID)
    let invoices = (data.invoices.invoiceID, data.invoiceLines.invoiceID)
    let profiles = (
      data.billingProfiles.billingProfileID, data.billingProfileRoles.billingProfileID
    )
    for (place, finding) in findings.enumerated() {
      if let code = Self.subscription(of: finding, data, rows) {
        bySubscription[code, default: []].append(place)
      }
      switch finding.table {
      case .invoices: Self.add(place, to: &byInvoice, invoices.0.code(finding.row))
      case .invoiceLines: Self.add(place, to: &byInvoice, invoices.1.code(finding.row))
      case .billingProfiles: Self.add(place, to: &byProfile, profiles.0.code(finding.row))
      case .billingProfileRoles: Self.add(place, to: &byProfile, profiles.1.code(finding.row))
      default: break
      }
    }
  }

  /// The ids of the rules that a subscription and its licences break, sorted, each once.
  func rules(ofSubscription code: Int) -> [String] {
    var rules: [RuleID] = []
    for place in bySubscription[code] ?? [] where !rules.contains(all[place].rule) {
      rules.append(all[place].rule)
    }
    return rules.map(\.rawValue).sorted { TextOrder.compare($0, $1) < 0 }
  }

  /// The findings about a subscription and its licences.
  func findings(ofSubscription code: Int) -> [RowFinding] {
    (bySubscription[code] ?? []).map { all[$0] }
  }

  /// The findings about an invoice and its lines.
  func findings(ofInvoice code: Int) -> [RowFinding] { (byInvoice[code] ?? []).map { all[$0] } }

  /// The findings about a billing profile and its roles.
  func findings(ofBillingProfile code: Int) -> [RowFinding] {
    (byProfile[code] ?? []).map { all[$0] }
  }

  private static func add(_ place: Int, to index: inout [Int: [Int]], _ code: Int?) {
    if let code { index[code, default: []].append(place) }
  }

  private static func subscription(
    of finding: RowFinding, _ data: Dataset,
    _ columns: (TextColumn<SubscriptionID>, TextColumn<SubscriptionID>)
  ) -> Int? {
    switch finding.table {
    case .subscriptions: columns.0.code(finding.row)
    case .licenseAssignments: columns.1.code(finding.row)
    default:
      finding.subject.kind == .subscription
        ? data.code(.subscription, of: finding.subject.id) : nil
    }
  }
}
