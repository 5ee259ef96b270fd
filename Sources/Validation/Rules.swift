public import BillingModel
public import Diagnostics

/// The domain rules.
public enum Rules {
  /// All rules, in the order in which they are documented.
  public static let all: [Rule] = references + subscriptions + licenses + selfService + invoices

  /// What the rules say about themselves.
  public static var documentation: [RuleDocumentation] { all.map(\.documentation) }

  /// Checks all rules: what each finds, rule after rule.
  public static func check(_ context: RuleContext) -> [RowFinding] {
    all.flatMap { $0.findings(in: context) }
  }

  private static let references: [Rule] = [
    .unknownProduct, .unknownSubscription, .unknownBillingProfile, .unknownInvoice, .unknownUser,
  ]

  private static let subscriptions: [Rule] = [
    .flatRateQuantity, .flatRateQuantityChange, .channelStorefront, .unsupportedRegion,
    .assignedBeforeActivation, .disabledWithoutCause, .activeAfterExpiry, .missingBillingProfile,
    .overAssigned, .licensesOnEndedSubscription,
  ]

  private static let licenses: [Rule] = [.assignerRole, .wrongPortal, .duplicateLicense]

  private static let selfService: [Rule] = [
    .selfServiceWithoutPurchaser, .selfServiceAssignedByAdmin,
  ]

  private static let invoices: [Rule] = [
    .billingProfileIncomplete, .invoiceTotal, .invoiceLinesSum,
  ]
}
