extension TableSchema {
  static let all: [TableID: TableSchema] = Dictionary(
    uniqueKeysWithValues: TableID.allCases.map { table in
      (table, TableSchema(table: table, columns: columns(of: table)))
    })

  private static func columns(of table: TableID) -> [ColumnSchema] {
    switch table {
    case .products: products
    case .subscriptions: subscriptions
    case .licenseAssignments: licenseAssignments
    case .users: users
    case .groupMembers: groupMembers
    case .billingProfiles: billingProfiles
    case .billingProfileRoles: billingProfileRoles
    case .invoices: invoices
    case .invoiceLines: invoiceLines
    case .selfServicePolicies: selfServicePolicies
    case .charges: charges
    case .exchangeRates: exchangeRates
    }
  }

  private static func words<W: Word>(_ type: W.Type) -> ColumnType {
    .word(W.allCases.map(\.rawValue))
  }

  private static let products: [ColumnSchema] = [
    .init("product_id", .id(.product), .requiredKey),
    .init("product_name", .text, .required),
    .init("kind", words(ProductKind.self), .required),
    .init("publisher", .text),
    .init("pricing_model", words(PricingModel.self)),
  ]

  private static let subscriptions: [ColumnSchema] = [
    .init("subscription_id", .id(.subscription), .requiredKey),
    .init("product_id", .id(.product), .required),
    .init("product_name", .text),
    .init("kind", words(ProductKind.self)),
    .init("publisher", .text),
    .init("pricing_model", words(PricingModel.self)),
    .init("channel", words(Channel.self)),
    .init("storefront", words(Storefront.self)),
    .init("acquisition", words(Acquisition.self)),
    .init("purchaser_name", .text),
    .init("purchaser_email", .text),
    .init("quantity", .quantity),
    .init("unit_price", .decimal),
    .init("currency", .currency),
    .init("billing_frequency", words(BillingFrequency.self)),
    .init("region", .text),
    .init("cloud", words(Cloud.self)),
    .init("billing_profile_id", .id(.billingProfile)),
    .init("status", words(SubscriptionStatus.self)),
    .init("purchased_on", .date),
    .init("activated_on", .date),
    .init("expires_on", .date),
    .init("ended_on", .date),
    .init("end_reason", words(EndReason.self)),
    .init("auto_renew", .flag),
    .init("replaces_subscription_id", .id(.subscription)),
  ]

  private static let licenseAssignments: [ColumnSchema] = [
    .init("subscription_id", .id(.subscription), .key),
    .init("product_id", .id(.product)),
    .init("assignee_id", .id(.party), .requiredKey),
    .init("assignee_kind", words(AssigneeKind.self)),
    .init("display_name", .text),
    .init("department", .text),
    .init("country", .text),
    .init("assigned_on", .date),
    .init("assigned_by", .text),
    .init("assigned_by_role", words(AssignerRole.self)),
    .init("via_group", .id(.party), .optionalKey),
  ]

  private static let users: [ColumnSchema] = [
    .init("user_principal_name", .id(.party), .requiredKey),
    .init("display_name", .text),
    .init("department", .text),
    .init("country", .text),
    .init("account_enabled", .flag),
    .init("created_on", .date),
    .init("last_sign_in_on", .date),
  ]

  private static let groupMembers: [ColumnSchema] = [
    .init("group_id", .id(.party), .requiredKey),
    .init("user_principal_name", .id(.party), .requiredKey),
    .init("group_name", .text),
  ]

  private static let billingProfiles: [ColumnSchema] = [
    .init("billing_profile_id", .id(.billingProfile), .requiredKey),
    .init("name", .text, .required),
    .init("status", words(BillingProfileStatus.self)),
    .init("currency", .currency),
    .init("payment_method", words(PaymentMethod.self)),
    .init("card_expires_on", .date),
    .init("contact_name", .text),
    .init("contact_email", .text),
    .init("address", .text),
    .init("city", .text),
    .init("postal_code", .text),
    .init("country", .text),
    .init("po_number", .text),
  ]

  private static let billingProfileRoles: [ColumnSchema] = [
    .init("billing_profile_id", .id(.billingProfile), .requiredKey),
    .init("user_principal_name", .id(.party), .requiredKey),
    .init("role", words(BillingProfileRole.self), .requiredKey),
  ]

  private static let invoices: [ColumnSchema] = [
    .init("invoice_id", .id(.invoice), .requiredKey),
    .init("billing_profile_id", .id(.billingProfile), .required),
    .init("account_type", words(AccountType.self)),
    .init("document_type", words(DocumentType.self)),
    .init("invoice_date", .date, .required),
    .init("due_date", .date),
    .init("period_start", .date),
    .init("period_end", .date),
    .init("paid_on", .date),
    .init("currency", .currency, .required),
    .init("charges", .amount),
    .init("credits", .amount),
    .init("azure_credit", .amount),
    .init("subtotal", .amount),
    .init("tax", .amount),
    .init("total", .amount, .required),
    .init("amount_due", .amount),
    .init("status", words(InvoiceStatus.self)),
  ]

  private static let invoiceLines: [ColumnSchema] =
    [
      .init("invoice_id", .id(.invoice), .requiredKey),
      .init("line_number", .whole, .requiredKey),
    ] + charge

  private static let charges: [ColumnSchema] =
    [
      .init("provider", .text),
      .init("billing_account_id", .text, .required),
      .init("billing_profile_id", .id(.billingProfile)),
    ] + charge

  private static let charge: [ColumnSchema] = [
    .init("subscription_id", .id(.subscription)),
    .init("product_id", .id(.product)),
    .init("product_name", .text),
    .init("charge_type", .text),
    .init("service_start", .date),
    .init("service_end", .date),
    .init("quantity", .decimal),
    .init("unit_price", .decimal),
    .init("rounding", words(LineRounding.self)),
    .init("charges", .amount, .required),
    .init("azure_credit", .amount),
    .init("tax", .amount),
    .init("total", .amount, .required),
    .init("currency", .currency),
  ]

  private static let selfServicePolicies: [ColumnSchema] = [
    .init("product_id", .id(.product), .requiredKey),
    .init("product_name", .text),
    .init("policy_id", .text, .optionalKey),
    .init("value", words(PolicyValue.self)),
    .init("changed_on", .date),
  ]

  private static let exchangeRates: [ColumnSchema] = [
    .init("from", .currency, .requiredKey),
    .init("to", .currency, .requiredKey),
    .init("on", .date, .requiredKey),
    .init("rate", .decimal, .required),
  ]
}
