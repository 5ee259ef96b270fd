/// What the cells of a column are.
public enum ColumnType: Hashable, Sendable {
  /// An id, kept letter for letter.
  case id(Domain)
  /// Free text with a dictionary of its own.
  case text
  /// A calendar date.
  case date
  /// An exact amount of money.
  case amount
  /// An exact decimal that is not money: a quantity, price or rate.
  case decimal
  /// A whole number.
  case whole
  /// A whole number, not negative, or Unlimited.
  case quantity
  /// A currency of ISO 4217.
  case currency
  /// True or false.
  case flag
  /// One of the listed words.
  case word([String])
}

/// A column that a table knows.
public struct ColumnSchema: Hashable, Sendable {
  /// How a column takes part in recognising rows.
  public enum Role: Hashable, Sendable {
    /// May be absent or empty.
    case optional
    /// Must be in the header and not empty.
    case required
    /// Part of the key, must be in the header and not empty.
    case requiredKey
    /// Part of the key; may be absent, not empty when present.
    case key
    /// Part of the key; empty is a value of its own.
    case optionalKey
  }

  /// The name, lower snake case.
  public let name: String
  /// What its cells are.
  public let type: ColumnType
  /// Its part in the row's key.
  public let role: Role

  static func column(
    _ name: String, _ type: ColumnType, _ role: Role = .optional
  ) -> ColumnSchema {
    ColumnSchema(name: name, type: type, role: role)
  }

  /// True when the header must have it.
  public var isRequired: Bool { role == .required || role == .requiredKey }
  /// True when it is part of the row's key.
  public var isKey: Bool { role == .requiredKey || role == .key || role == .optionalKey }
  /// True when a given column must not be empty.
  public var mustHaveValue: Bool { role != .optional && role != .optionalKey }
}

/// A table that billfold knows: SCHEMA.md as data.
public struct TableSchema: Hashable, Sendable {
  /// Which table.
  public let table: TableID
  /// Its columns in their documented order.
  public let columns: [ColumnSchema]

  /// The place of a column; nil when the table has none of that name.
  public func index(of name: String) -> Int? {
    columns.firstIndex { $0.name == name }
  }
}

/// The tables of the billing data.
public enum TableID: String, CaseIterable, Hashable, Sendable {
  case products
  case subscriptions
  case licenseAssignments = "license_assignments"
  case users
  case groupMembers = "group_members"
  case billingProfiles = "billing_profiles"
  case billingProfileRoles = "billing_profile_roles"
  case invoices
  case invoiceLines = "invoice_lines"
  case selfServicePolicies = "self_service_policies"
  case charges
  case exchangeRates = "exchange_rates"
  case productNames = "product_names"

  /// Its place among all tables.
  public var place: Int {
    switch self {
    case .products: 0
    case .subscriptions: 1
    case .licenseAssignments: 2
    case .users: 3
    case .groupMembers: 4
    case .billingProfiles: 5
    case .billingProfileRoles: 6
    case .invoices: 7
    case .invoiceLines: 8
    case .selfServicePolicies: 9
    case .charges: 10
    case .exchangeRates: 11
    case .productNames: 12
    }
  }

  /// Its columns.
  public var schema: TableSchema { TableSchema.all[self] ?? TableSchema(table: self, columns: []) }
}
