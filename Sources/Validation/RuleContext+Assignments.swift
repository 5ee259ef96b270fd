import BillingModel

extension RuleContext {
  /// Calls `body` for each row of `license_assignments` whose subscription is in the data, with the
  /// subscription's row.
  func forEachAssignment(_ body: (_ row: Int, _ subscription: Int) -> Void) {
    let codes = data.licenseAssignments.subscriptionID
    for row in data.licenseAssignments.rows {
      guard let code = codes.code(row), let subscription = data.subscriptionRow(code) else {
        continue
      }
      body(row, subscription)
    }
  }
}
