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
}
