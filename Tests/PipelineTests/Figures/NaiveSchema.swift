/// SCHEMA.md typed in a second time: `name type`, `!` after what must be there and filled, `*` after keys.
enum NaiveSchema {
  /// A column as the schema describes it.
  struct Column {
    let name: String
    let type: String
    let isRequired: Bool
    let isKey: Bool
  }

  static let tables: [String: [Column]] = text.mapValues { $0.split(separator: ",").map(column) }

  private static func column(_ spec: Substring) -> Column {
    let words = spec.split(whereSeparator: \.isWhitespace)
    let name = words[0].filter { $0 != "!" && $0 != "*" }
    return Column(
      name: String(name), type: words.count > 1 ? String(words[1]) : "text",
      isRequired: words[0].contains("!"), isKey: words[0].contains("*"))
  }

  private static let charge = """
    subscription_id id, product_id id, product_name, charge_type, service_start date,
    service_end date, quantity decimal, unit_price decimal, rounding half-even|half-up|down,
    charges! amount, azure_credit amount, tax amount, total! amount, currency currency
    """

  private static let text: [String: String] = [
    "products": """
    product_id!* id, product_name!, kind! saas-app|isv-app|microsoft, publisher,
    pricing_model flat-rate|per-license
    """,
    "subscriptions": """
    subscription_id!* id, product_id! id, product_name, kind saas-app|isv-app|microsoft, publisher,
    pricing_model flat-rate|per-license, channel direct|partner|proposal,
    storefront azure-marketplace|appsource|partner-center|microsoft-sales,
    acquisition central|self-service, purchaser_name, purchaser_email, quantity quantity,
    unit_price decimal, currency currency,
    billing_frequency monthly|quarterly|semiannual|annual|triennial, region,
    cloud worldwide|germany|21vianet, billing_profile_id id,
    status pending|active|expired|disabled|deleted, purchased_on date, activated_on date,
    expires_on date, ended_on date, end_reason canceled|expired|payment|moved,
    auto_renew true|false, replaces_subscription_id id
    """,
    "license_assignments": """
    subscription_id* id, product_id id, assignee_id!* id, assignee_kind user|group, display_name,
    department, country, assigned_on date, assigned_by,
    assigned_by_role global-admin|license-admin|user-admin|billing-admin|service-support-admin|purchaser|publisher-portal,
    via_group* id
    """,
    "users": """
    user_principal_name!* id, display_name, department, country, account_enabled true|false,
    created_on date, last_sign_in_on date
    """,
    "group_members": "group_id!* id, user_principal_name!* id, group_name",
    "billing_profiles": """
    billing_profile_id!* id, name!, status active|warned|disabled, currency currency,
    payment_method credit-card|check|wire-transfer, card_expires_on date, contact_name,
    contact_email, address, city, postal_code, country, po_number
    """,
    "billing_profile_roles": """
    billing_profile_id!* id, user_principal_name!* id,
    role!* owner|contributor|reader|invoice-manager
    """,
    "invoices": """
    invoice_id!* id, billing_profile_id! id, account_type mca|mosa,
    document_type invoice|credit-note, invoice_date! date, due_date date, period_start date,
    period_end date, paid_on date, currency! currency, charges amount, credits amount,
    azure_credit amount, subtotal amount, tax amount, total! amount, amount_due amount,
    status due|past-due|paid|void
    """,
    "invoice_lines": "invoice_id!* id, line_number!* whole, " + charge,
    "charges": "provider, billing_account_id!, billing_profile_id id, " + charge,
    "self_service_policies": """
    product_id!* id, product_name, policy_id* text,
    value Enabled|Disabled|OnlyTrialsWithoutPaymentMethod, changed_on date
    """,
    "exchange_rates": "from!* currency, to!* currency, on!* date, rate! decimal",
  ]

  /// The table of a header: all that is required is there, and it knows the most of the columns.
  static func table(of columns: [String]) -> String? {
    var best: (name: String, known: Int)?
    for (name, schema) in tables.sorted(by: { $0.key < $1.key })
    where schema.allSatisfy({ !$0.isRequired || columns.contains($0.name) }) {
      if name == "license_assignments", !columns.contains("subscription_id"),
        !columns.contains("product_id")
      {
        continue
      }
      let known = schema.count { columns.contains($0.name) }
      if known > best?.known ?? 0 { best = (name, known) }
    }
    return best?.name
  }

  /// The schema's name of a heading, whatever its spaces, hyphens and case.
  static func name(of heading: String) -> String {
    names[bare(heading)] ?? heading
  }

  /// The columns whose cells are kept letter for letter.
  static let ids = Set(tables.values.joined().filter { $0.type == "id" }.map(\.name))

  private static let names = Dictionary(tables.values.joined().map { (bare($0.name), $0.name) }) {
    first, _ in first
  }

  private static func bare(_ heading: String) -> String {
    heading.lowercased().filter { !" -_\n".contains($0) }
  }

  /// Whether a filled cell can be what its column wants.
  static func accepts(_ cell: String, _ type: String) -> Bool {
    switch type {
    case "text", "id": true
    case "date": NaiveDay(cell) != nil
    case "amount", "decimal": Units(cell) != nil
    case "whole": Int(cell) != nil
    case "quantity": cell.lowercased() == "unlimited" || (Int(cell).map { $0 >= 0 } ?? false)
    case "currency": ["EUR", "USD", "JPY", "SEK", "KWD", "GBP"].contains(cell)
    default: type.lowercased().split(separator: "|").contains(cell.lowercased()[...])
    }
  }
}
