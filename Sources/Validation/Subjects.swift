import BillingModel
import Diagnostics
import ExactNumbers

/// What a row is about: the thing that its key names.
struct Subjects: Sendable {
  private let products: TextColumn<ProductID>
  private let subscriptions: TextColumn<SubscriptionID>
  private let licenses: (TextColumn<SubscriptionID>, TextColumn<ProductID>, TextColumn<PartyID>)
  private let users: TextColumn<PartyID>
  private let groups: TextColumn<PartyID>
  private let profiles: TextColumn<BillingProfileID>
  private let roles: TextColumn<BillingProfileID>
  private let invoices: TextColumn<InvoiceID>
  private let lines: (TextColumn<InvoiceID>, WholeColumn)
  private let policies: TextColumn<ProductID>
  private let charges: TextColumn<ProductID>
  private let rates: CurrencyColumn
  private let names: TextColumn<FreeText>

  init(_ data: Dataset) {
    products = data.products.productID
    subscriptions = data.subscriptions.subscriptionID
    let assignments = data.licenseAssignments
    licenses = (assignments.subscriptionID, assignments.productID, assignments.assigneeID)
    users = data.users.userPrincipalName
    groups = data.groupMembers.groupID
    profiles = data.billingProfiles.billingProfileID
    roles = data.billingProfileRoles.billingProfileID
    invoices = data.invoices.invoiceID
    lines = (data.invoiceLines.invoiceID, data.invoiceLines.lineNumber)
    policies = data.selfServicePolicies.productID
    charges = data.charges.productID
    rates = data.exchangeRates.from
    names = data.productNames.skuID
  }

  /// The subject of a row.
  func subject(_ table: TableID, _ row: Int) -> Subject {
    switch table {
    case .products: Subject(.product, products[row] ?? "")
    case .subscriptions: Subject(.subscription, subscriptions[row] ?? "")
    case .licenseAssignments: license(row, of: licenses.2[row] ?? "")
    case .users: Subject(.user, users[row] ?? "")
    case .groupMembers: Subject(.group, groups[row] ?? "")
    case .billingProfiles: Subject(.billingProfile, profiles[row] ?? "")
    case .billingProfileRoles: Subject(.billingProfile, roles[row] ?? "")
    case .invoices: Subject(.invoice, invoices[row] ?? "")
    case .invoiceLines: Subject(.invoiceLine, invoiceLine(row))
    case .selfServicePolicies: Subject(.product, policies[row] ?? "")
    case .charges: Subject(.product, charges[row] ?? "")
    case .exchangeRates: Subject(.currency, rates[row]?.code ?? "")
    case .productNames: Subject(.product, names[row] ?? "")
    }
  }

  /// The licence of an assignment row for one person: `SUBSCRIPTION/PERSON`, with the product where
  /// the row has no subscription.
  func license(_ row: Int, of assignee: String) -> Subject {
    Subject(.license, (licenses.0[row] ?? licenses.1[row] ?? "") + "/" + assignee)
  }

  private func invoiceLine(_ row: Int) -> String {
    (lines.0[row] ?? "") + "/" + (lines.1[row].map { String($0) } ?? "")
  }
}
