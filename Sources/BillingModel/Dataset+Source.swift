extension Dataset {
  /// Where a row of a table comes from. O(log number of files).
  public func source(of row: Int, in table: TableID) -> RowSource {
    origins(of: table).source(of: row)
  }

  /// The place in `files` of the file that a row of a table comes from. O(log number of files).
  public func file(of row: Int, in table: TableID) -> Int { origins(of: table).file(of: row) }

  private func origins(of table: TableID) -> RowOrigins {
    switch table {
    case .products: products.origins
    case .subscriptions: subscriptions.origins
    case .licenseAssignments: licenseAssignments.origins
    case .users: users.origins
    case .groupMembers: groupMembers.origins
    case .billingProfiles: billingProfiles.origins
    case .billingProfileRoles: billingProfileRoles.origins
    case .invoices: invoices.origins
    case .invoiceLines: invoiceLines.origins
    case .selfServicePolicies: selfServicePolicies.origins
    case .charges: charges.origins
    case .exchangeRates: exchangeRates.origins
    case .productNames: productNames.origins
    }
  }
}
