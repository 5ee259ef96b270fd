/// A column's listed words as an enumeration; the order of its cases is the order in the schema.
public protocol Word: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

/// What sort of product it is; it decides where licences are assigned and whether disabled is final.
public enum ProductKind: String, Word {
  case saasApp = "saas-app"
  case isvApp = "isv-app"
  case microsoft

  /// True for apps of other publishers than Microsoft.
  public var isThirdParty: Bool { self != .microsoft }
}

/// How a product is priced.
public enum PricingModel: String, Word {
  case flatRate = "flat-rate"
  case perLicense = "per-license"
}

/// How a subscription was bought.
public enum Channel: String, Word {
  case direct, partner, proposal
}

/// Where a subscription was bought.
public enum Storefront: String, Word {
  case azureMarketplace = "azure-marketplace"
  case appSource = "appsource"
  case partnerCenter = "partner-center"
  case microsoftSales = "microsoft-sales"
}

/// Who bought: the organisation, or a user with a card of their own.
public enum Acquisition: String, Word {
  case central
  case selfService = "self-service"
}

/// The billing term of a price.
public enum BillingFrequency: String, Word {
  case monthly, quarterly, semiannual, annual, triennial

  /// How many months one price pays for; each divides 36.
  public var months: Int {
    switch self {
    case .monthly: 1
    case .quarterly: 3
    case .semiannual: 6
    case .annual: 12
    case .triennial: 36
    }
  }
}

/// Which of Microsoft's clouds.
public enum Cloud: String, Word {
  case worldwide, germany
  case china = "21vianet"
}

/// Where a subscription is in its life.
public enum SubscriptionStatus: String, Word {
  case pending, active, expired, disabled, deleted

  /// Active, or expired and still in its grace period.
  public var isInUse: Bool { self == .active || self == .expired }
}

/// Why a subscription ended.
public enum EndReason: String, Word {
  case canceled, expired, payment, moved
}

/// What a licence is assigned to.
public enum AssigneeKind: String, Word {
  case user, group
}

/// The role in which a licence was assigned.
public enum AssignerRole: String, Word {
  case globalAdmin = "global-admin"
  case licenseAdmin = "license-admin"
  case userAdmin = "user-admin"
  case billingAdmin = "billing-admin"
  case serviceSupportAdmin = "service-support-admin"
  case purchaser
  case publisherPortal = "publisher-portal"

  /// True for the roles of the admin center.
  public var isAdmin: Bool { self != .purchaser && self != .publisherPortal }
}

/// The state of a billing profile.
public enum BillingProfileStatus: String, Word {
  case active, warned, disabled
}

/// How a billing profile pays.
public enum PaymentMethod: String, Word {
  case creditCard = "credit-card"
  case check
  case wireTransfer = "wire-transfer"
}

/// What a person may do with a billing profile.
public enum BillingProfileRole: String, Word {
  case owner, contributor, reader
  case invoiceManager = "invoice-manager"
}

/// The kind of billing account: Microsoft Customer Agreement, or Online Subscription Agreement.
public enum AccountType: String, Word {
  case mca, mosa
}

/// Invoice or credit note.
public enum DocumentType: String, Word {
  case invoice
  case creditNote = "credit-note"
}

/// The state of an invoice as its issuer gives it.
public enum InvoiceStatus: String, Word {
  case due
  case pastDue = "past-due"
  case paid, void
}

/// How a line's charges follow from quantity × unit price.
public enum LineRounding: String, Word {
  case halfEven = "half-even"
  case halfUp = "half-up"
  case down
}

/// Whether users may buy a product themselves.
public enum PolicyValue: String, Word {
  case enabled = "Enabled"
  case disabled = "Disabled"
  case onlyTrials = "OnlyTrialsWithoutPaymentMethod"
}
