extension Dataset {
  /// Where a row of a table comes from.
  public func source(of row: Int, in table: TableID) -> RowSource {
    switch table {
    case .products: products.source(of: row)
    case .subscriptions: subscriptions.source(of: row)
    case .licenseAssignments: licenseAssignments.source(of: row)
    case .users: users.source(of: row)
    case .groupMembers: groupMembers.source(of: row)
    case .billingProfiles: billingProfiles.source(of: row)
    case .billingProfileRoles: billingProfileRoles.source(of: row)
    case .invoices: invoices.source(of: row)
    case .invoiceLines: invoiceLines.source(of: row)
    case .selfServicePolicies: selfServicePolicies.source(of: row)
    case .charges: charges.source(of: row)
    case .exchangeRates: exchangeRates.source(of: row)
    case .productNames: productNames.source(of: row)
    }
  }

  /// The place in `files` of the file that a row of a table comes from. O(log number of files).
  public func file(of row: Int, in table: TableID) -> Int {
    switch table {
    case .products: products.file(of: row)
    case .subscriptions: subscriptions.file(of: row)
    case .licenseAssignments: licenseAssignments.file(of: row)
    case .users: users.file(of: row)
    case .groupMembers: groupMembers.file(of: row)
    case .billingProfiles: billingProfiles.file(of: row)
    case .billingProfileRoles: billingProfileRoles.file(of: row)
    case .invoices: invoices.file(of: row)
    case .invoiceLines: invoiceLines.file(of: row)
    case .selfServicePolicies: selfServicePolicies.file(of: row)
    case .charges: charges.file(of: row)
    case .exchangeRates: exchangeRates.file(of: row)
    case .productNames: productNames.file(of: row)
    }
  }
}
