import BillingModel
import Diagnostics

/// The findings about each thing, by the code of its id.
struct FindingIndex: Sendable {
  let all: [RowFinding]
  private var places: [DetailKind: [Int: [Int]]] = [:]

  /// Sorts the findings out. A finding about a licence belongs to the subscription of its row and to
  /// the person; one about an invoice line to the invoice, and to the subscription when the rule is about
  /// those.
  init(_ findings: [RowFinding], _ data: Dataset) {
    all = findings
    let owners = FindingOwners(data)
    for (place, finding) in findings.enumerated() {
      for (kind, code) in owners.owners(of: finding) {
        places[kind, default: [:]][code, default: []].append(place)
      }
    }
  }

  /// The ids of the rules that a subscription and its licences break, sorted, each once.
  func rules(ofSubscription code: Int) -> [String] {
    var rules: [RuleID] = []
    for finding in findings(of: .subscription, code) where !rules.contains(finding.rule) {
      rules.append(finding.rule)
    }
    return rules.map(\.rawValue).sorted { TextOrder.compare($0, $1) < 0 }
  }

  /// The findings about a thing, in the order in which they were given.
  func findings(of kind: DetailKind, _ code: Int) -> [RowFinding] {
    (places[kind]?[code] ?? []).map { all[$0] }
  }
}

/// Which things a finding is about, from its row and its subject.
private struct FindingOwners {
  private let product: TextColumn<ProductID>
  private let policy: TextColumn<ProductID>
  private let subscription: TextColumn<SubscriptionID>
  private let licensed: TextColumn<SubscriptionID>
  private let assignee: TextColumn<PartyID>
  private let user: TextColumn<PartyID>
  private let invoice: TextColumn<InvoiceID>
  private let lineInvoice: TextColumn<InvoiceID>
  private let lineSubscription: TextColumn<SubscriptionID>
  private let profile: TextColumn<BillingProfileID>
  private let roleProfile: TextColumn<BillingProfileID>

  init(_ data: Dataset) {
    product = data.products.productID
    policy = data.selfServicePolicies.productID
    subscription = data.subscriptions.subscriptionID
    licensed = data.licenseAssignments.subscriptionID
    assignee = data.licenseAssignments.assigneeID
    user = data.users.userPrincipalName
    invoice = data.invoices.invoiceID
    lineInvoice = data.invoiceLines.invoiceID
    lineSubscription = data.invoiceLines.subscriptionID
    profile = data.billingProfiles.billingProfileID
    roleProfile = data.billingProfileRoles.billingProfileID
  }

  func owners(of finding: RowFinding) -> [(DetailKind, Int)] {
    let row = finding.row
    switch finding.table {
    case .products: return owner(.product, product.code(row))
    case .selfServicePolicies: return owner(.product, policy.code(row))
    case .subscriptions: return owner(.subscription, subscription.code(row))
    case .licenseAssignments:
      return owner(.subscription, licensed.code(row)) + owner(.person, assignee.code(row))
    case .users: return owner(.person, user.code(row))
    case .invoices: return owner(.invoice, invoice.code(row))
    case .invoiceLines:
      let isAboutSubscription = Self.subscriptionRules.contains(finding.rule)
      return owner(.invoice, lineInvoice.code(row))
        + (isAboutSubscription ? owner(.subscription, lineSubscription.code(row)) : [])
    case .billingProfiles: return owner(.billingProfile, profile.code(row))
    case .billingProfileRoles: return owner(.billingProfile, roleProfile.code(row))
    case .groupMembers, .charges, .exchangeRates, .productNames: return []
    }
  }

  /// Rules about subscriptions that point at a line of an invoice.
  private static let subscriptionRules: Set<RuleID> = [RuleID("flat-rate-quantity-change")]

  private func owner(_ kind: DetailKind, _ code: Int?) -> [(DetailKind, Int)] {
    code.map { [(kind, $0)] } ?? []
  }
}
