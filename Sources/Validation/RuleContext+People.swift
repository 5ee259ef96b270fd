import BillingModel

extension RuleContext {
  /// Calls `body` for each assignment row of a person in `users` whose subscription is in use, with
  /// the person's row. A row that knows only its product counts as in use.
  func forEachLicenseInUse(_ body: (_ row: Int, _ user: Int) -> Void) {
    let table = data.licenseAssignments
    let (people, kinds, codes) = (table.assigneeID, table.assigneeKind, table.subscriptionID)
    for row in table.rows where kinds[row] != .group {
      guard let user = people.code(row).flatMap({ data.userRow($0) }) else { continue }
      if let code = codes.code(row) {
        guard let subscription = data.subscriptionRow(code),
          subscriptions.status(subscription).isInUse
        else { continue }
      }
      body(row, user)
    }
  }
}
