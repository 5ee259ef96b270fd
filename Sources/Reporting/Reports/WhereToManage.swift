import BillingModel

/// Where each task of a third-party app is done: R9 for SaaS apps; for apps of software vendors R18
/// (licences are assigned in the admin center) and R19 (the quantity is changed by the vendor, unless
/// the app came from AppSource).
enum WhereToManage {
  private static let adminCenter = "admin-center"
  private static let publisherPortal = "publisher-portal"
  private static let vendor = "vendor"

  /// The tasks in a fixed order, each with its place.
  static func tasks(_ kind: ProductKind, _ storefront: Storefront?) -> [CellField] {
    let isVendorApp = kind == .isvApp
    return [
      CellField(
        "change-quantity", isVendorApp && storefront != .appSource ? vendor : adminCenter),
      CellField("manage-bill", adminCenter),
      CellField("change-payment-method", adminCenter),
      CellField("view-invoice", adminCenter),
      CellField("cancel-subscription", adminCenter),
      CellField("set-up-app", publisherPortal),
      CellField("assign-licenses", isVendorApp ? adminCenter : publisherPortal),
      CellField("technical-support", publisherPortal),
    ]
  }
}
