import BillingModel

extension RuleContext {
  /// Calls `body` for each assignment row of a person in `users` whose subscription is in use, with
  /// the person's row, as far as the person `isChecked` at all. A row that knows only its product
  /// counts as in use.
  func forEachLicenseInUse(
    where isChecked: (_ user: Int) -> Bool, _ body: (_ row: Int, _ user: Int) -> Void
  ) {
    let kinds = data.licenseAssignments.assigneeKind
    let inUse = (0..<data.subscriptions.count).map { subscriptions.status($0).isInUse }
    assignments.forEach(ofUser: isChecked) { row, user, subscription in
      if kinds[row] != .group, subscription.map({ inUse[$0] }) ?? true { body(row, user) }
    }
  }
}
