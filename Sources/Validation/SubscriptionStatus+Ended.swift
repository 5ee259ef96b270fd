import BillingModel

extension SubscriptionStatus {
  /// Disabled or deleted: nobody has access any more.
  var isEnded: Bool { self == .disabled || self == .deleted }
}
