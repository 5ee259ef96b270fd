public import BillingModel
public import Diagnostics

/// The domain rules.
public enum Rules {
  /// All rules, in the order in which they are documented.
  public static let all: [Rule] = references + subscriptions + licenses + selfService + invoices

  /// What the rules say about themselves.
  public static var documentation: [RuleDocumentation] { all.map(\.documentation) }

  /// The numbers of rules that the configuration may change.
  public static let thresholds: [RuleThreshold] = [.expiredDays, .disabledDays, .inactiveDays]

  /// The rules that compare amounts, which may be given a tolerance.
  public static let tolerant: [RuleID] = [
    .lineArithmetic, .lineTotal, .invoiceTotal, .invoiceLinesSum,
  ]

  /// The rules whose thresholds may be other ones for some products.
  public static let byProduct: [RuleID] = [.lifecycleOverdue]

  /// Where in `all` the rules are that look at tables only, which can be checked before the licences are
  /// known, in the order in which they are best begun: those of invoices take longest.
  public static let ofTables = all.indices.reversed().filter { !all[$0].needsLicenses }

  /// Where in `all` the rules are that need the licences.
  public static let ofLicenses = all.indices.filter { all[$0].needsLicenses }

  /// Checks all rules: what each finds, rule after rule.
  public static func check(_ context: RuleContext, _ licenses: LicenseCounts) -> [RowFinding] {
    all.flatMap { $0.findings(in: context, licenses) }
  }

  /// Checks the rule at that place of `all`: rules do not depend on each other. Those of
  /// `ofLicenses` must be given the licences.
  public static func check(
    _ context: RuleContext, _ licenses: LicenseCounts? = nil, rule: Int
  ) -> [RowFinding] {
    all[rule].findings(in: context, licenses)
  }

  private static let references: [Rule] = [
    .unknownProduct, .unknownSubscription, .unknownBillingProfile, .unknownInvoice, .unknownUser,
  ]

  private static let subscriptions: [Rule] = [
    .flatRateQuantity, .flatRateQuantityChange, .channelStorefront, .unsupportedRegion,
    .assignedBeforeActivation, .disabledAppReactivated, .disabledWithoutCause, .activeAfterExpiry,
    .paymentAtRisk, .missingBillingProfile, .lifecycleOverdue, .overAssigned,
    .licensesOnEndedSubscription, .replacedCopyMismatch,
  ]

  private static let licenses: [Rule] = [
    .assignerRole, .wrongPortal, .duplicateLicense, .licenseOfDisabledAccount,
    .licenseOfInactiveUser, .groupMembersUnknown,
  ]

  private static let selfService: [Rule] = [
    .selfServiceWithoutPurchaser, .selfServiceAssignedByAdmin, .selfServicePayment,
    .selfServiceBlockedProduct, .policyValue,
  ]

  private static let invoices: [Rule] = [
    .billingProfileIncomplete, .checkNoLongerAccepted, .cardExpired, .profileWithoutOwner,
    .unknownChargeType, .lineArithmetic, .lineTotal, .invoiceTotal, .invoiceLinesSum,
    .mixedCurrencyInvoice, .invoiceDate, .dueBeforeInvoice, .paidWithBalance, .duplicateInvoice,
  ]
}
