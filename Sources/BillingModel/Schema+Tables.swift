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
    case .productNames: productNames
    }
  }

  private static func words<W: Word>(_ type: W.Type) -> ColumnType {
    .word(W.allCases.map(\.rawValue))
  }

  private static let products: [ColumnSchema] = [
    .column("product_id", .id(.product), .requiredKey),
    .column("product_name", .text, .required),
    .column("kind", words(ProductKind.self), .required),
    .column("publisher", .text),
    .column("pricing_model", words(PricingModel.self)),
  ]

  private static let subscriptions: [ColumnSchema] = [
    .column("subscription_id", .id(.subscription), .requiredKey),
    .column("product_id", .id(.product), .required),
    .column("product_name", .text),
    .column("kind", words(ProductKind.self)),
    .column("publisher", .text),
    .column("pricing_model", words(PricingModel.self)),
    .column("channel", words(Channel.self)),
    .column("storefront", words(Storefront.self)),
    .column("acquisition", words(Acquisition.self)),
    .column("purchaser_name", .text),
    .column("purchaser_email", .text),
    .column("quantity", .quantity),
    .column("unit_price", .decimal),
    .column("currency", .currency),
    .column("billing_frequency", words(BillingFrequency.self)),
    .column("region", .text),
    .column("cloud", words(Cloud.self)),
    .column("billing_profile_id", .id(.billingProfile)),
    .column("status", words(SubscriptionStatus.self)),
    .column("purchased_on", .date),
    .column("activated_on", .date),
    .column("expires_on", .date),
    .column("ended_on", .date),
    .column("end_reason", words(EndReason.self)),
    .column("auto_renew", .flag),
    .column("replaces_subscription_id", .id(.subscription)),
  ]

  private static let licenseAssignments: [ColumnSchema] = [
    .column("subscription_id", .id(.subscription), .key),
    .column("product_id", .id(.product)),
    .column("assignee_id", .id(.party), .requiredKey),
    .column("assignee_kind", words(AssigneeKind.self)),
    .column("display_name", .text),
    .column("department", .text),
    .column("country", .text),
    .column("assigned_on", .date),
    .column("assigned_by", .text),
    .column("assigned_by_role", words(AssignerRole.self)),
    .column("via_group", .id(.party), .optionalKey),
  ]

  private static let users: [ColumnSchema] = [
    .column("user_principal_name", .id(.party), .requiredKey),
    .column("display_name", .text),
    .column("department", .text),
    .column("country", .text),
    .column("account_enabled", .flag),
    .column("created_on", .date),
    .column("last_sign_in_on", .date),
  ]

  private static let groupMembers: [ColumnSchema] = [
    .column("group_id", .id(.party), .requiredKey),
    .column("user_principal_name", .id(.party), .requiredKey),
    .column("group_name", .text),
  ]

  private static let billingProfiles: [ColumnSchema] = [
    .column("billing_profile_id", .id(.billingProfile), .requiredKey),
    .column("name", .text, .required),
    .column("status", words(BillingProfileStatus.self)),
    .column("currency", .currency),
    .column("payment_method", words(PaymentMethod.self)),
    .column("card_expires_on", .date),
    .column("contact_name", .text),
    .column("contact_email", .text),
    .column("address", .text),
    .column("city", .text),
    .column("postal_code", .text),
    .column("country", .text),
    .column("po_number", .text),
  ]

  private static let billingProfileRoles: [ColumnSchema] = [
    .column("billing_profile_id", .id(.billingProfile), .requiredKey),
    .column("user_principal_name", .id(.party), .requiredKey),
    .column("role", words(BillingProfileRole.self), .requiredKey),
  ]

  private static let invoices: [ColumnSchema] = [
    .column("invoice_id", .id(.invoice), .requiredKey),
    .column("billing_profile_id", .id(.billingProfile), .required),
    .column("account_type", words(AccountType.self)),
    .column("document_type", words(DocumentType.self)),
    .column("invoice_date", .date, .required),
    .column("due_date", .date),
    .column("period_start", .date),
    .column("period_end", .date),
    .column("paid_on", .date),
    .column("currency", .currency, .required),
    .column("charges", .amount),
    .column("credits", .amount),
    .column("azure_credit", .amount),
    .column("subtotal", .amount),
    .column("tax", .amount),
    .column("total", .amount, .required),
    .column("amount_due", .amount),
    .column("status", words(InvoiceStatus.self)),
  ]

  private static let invoiceLines: [ColumnSchema] =
    [
      .column("invoice_id", .id(.invoice), .requiredKey),
      .column("line_number", .whole, .requiredKey),
    ] + charge

  private static let charges: [ColumnSchema] =
    [
      .column("provider", .text),
      .column("billing_account_id", .text, .required),
      .column("billing_profile_id", .id(.billingProfile)),
    ] + charge

  private static let charge: [ColumnSchema] = [
    .column("subscription_id", .id(.subscription)),
    .column("product_id", .id(.product)),
    .column("product_name", .text),
    .column("charge_type", .text),
    .column("service_start", .date),
    .column("service_end", .date),
    .column("quantity", .decimal),
    .column("unit_price", .decimal),
    .column("rounding", words(LineRounding.self)),
    .column("charges", .amount, .required),
    .column("azure_credit", .amount),
    .column("tax", .amount),
    .column("total", .amount, .required),
    .column("currency", .currency),
  ]

  private static let selfServicePolicies: [ColumnSchema] = [
    .column("product_id", .id(.product), .requiredKey),
    .column("product_name", .text),
    .column("policy_id", .text, .optionalKey),
    .column("value", words(PolicyValue.self)),
    .column("changed_on", .date),
  ]

  /// The ids are text of their own: the list names far more products than a tenant has.
  private static let productNames: [ColumnSchema] = [
    .column("sku_id", .text, .requiredKey),
    .column("sku_part_number", .text),
    .column("sku_name", .text, .required),
    .column("service_plan_id", .text, .optionalKey),
    .column("service_plan_name", .text),
    .column("service_plan_display_name", .text),
  ]

  private static let exchangeRates: [ColumnSchema] = [
    .column("from", .currency, .requiredKey),
    .column("to", .currency, .requiredKey),
    .column("on", .date, .requiredKey),
    .column("rate", .decimal, .required),
  ]
}
