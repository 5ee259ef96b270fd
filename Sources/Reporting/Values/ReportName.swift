/// The reports, as the command line and the site's folders name them.
public enum ReportName: String, CaseIterable, Hashable, Sendable {
  case licenseUsage = "license-usage"
  case selfServiceProducts = "self-service-products"
  case selfServiceBuyers = "self-service-buyers"
  case selfServicePolicies = "self-service-policies"
  case consolidation
  case apps
  case renewals
  case invoiceSummary = "invoice-summary"
  case users
  case departments
  /// What `export users` writes; no report of the site and not in `reports`.
  case userExport = "export-users"

  /// The names that `billfold report` takes and the site has a folder for.
  public static let reports = allCases.filter { $0 != .userExport }
}
