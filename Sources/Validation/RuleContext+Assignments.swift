import BillingModel

extension RuleContext {
  /// Calls `body` for each row of `license_assignments` whose subscription is in the data, with the
  /// subscription's row, as far as the subscription `isChecked` at all.
  func forEachAssignment(
    where isChecked: (_ subscription: Int) -> Bool = { _ in true },
    _ body: (_ row: Int, _ subscription: Int) -> Void
  ) {
    assignments.forEach(ofSubscription: isChecked, body)
  }
}
