/// All tables of a run as columns of valid rows, and what is known of the files they came from.
///
/// A class because everything refers to it: as a value it is some kilobytes of columns, copied over and over.
public final class Dataset: Sendable {
  /// The products.
  public let products: Table<Products>
  /// The subscriptions.
  public let subscriptions: Table<Subscriptions>
  /// The licence assignments.
  public let licenseAssignments: Table<LicenseAssignments>
  /// The users of the directory.
  public let users: Table<Users>
  /// The members of groups.
  public let groupMembers: Table<GroupMembers>
  /// The billing profiles.
  public let billingProfiles: Table<BillingProfiles>
  /// The roles of people in billing profiles.
  public let billingProfileRoles: Table<BillingProfileRoles>
  /// The invoices.
  public let invoices: Table<Invoices>
  /// The lines of invoices.
  public let invoiceLines: Table<InvoiceLines>
  /// The self-service policies.
  public let selfServicePolicies: Table<SelfServicePolicies>
  /// Charges that name no invoice.
  public let charges: Table<Charges>
  /// Exchange rates.
  public let exchangeRates: Table<ExchangeRates>
  /// Names of products that the tenant need not have.
  public let productNames: Table<ProductNames>

  /// The input files in order of their paths; one entry for each table of a file.
  public let files: [SourceFile]
  /// The records in quarantine, by file and offset.
  public let quarantine: [QuarantinedRow]

  /// The codes of products' pools among those of subscriptions, and the product of each.
  ///
  /// Assignments that know only a product, of which there is not exactly one subscription, belong to its
  /// pool.
  public let pools: [Int: Int]

  /// The texts of the ids by domain.
  let domains: [FinishedTexts]
  let mentioned: [Set<Int>]
  let rowsByKey: RowsByKey

  /// Puts a data set together.
  ///
  /// An absent table is empty. There is one dictionary in `domains`, and one set in `mentioned` with
  /// the codes of keys that stand only in quarantined rows, for each `Domain`.
  public init(
    tables: [TableID: TableContents], domains: [TextDictionary], mentioned: [Set<Int>],
    pools: [Int: Int] = [:], files: [SourceFile], quarantine: [QuarantinedRow]
  ) {
    let domains = domains.map { FinishedTexts($0) }
    func table<Tag: TableTag>(_ tag: Tag.Type) -> Table<Tag> {
      let empty = TableBuilder(Tag.id).finish(file: 0, given: [])
      return Table<Tag>(tables[Tag.id] ?? empty, domains: domains)
    }
    products = table(Products.self)
    subscriptions = table(Subscriptions.self)
    licenseAssignments = table(LicenseAssignments.self)
    users = table(Users.self)
    groupMembers = table(GroupMembers.self)
    billingProfiles = table(BillingProfiles.self)
    billingProfileRoles = table(BillingProfileRoles.self)
    invoices = table(Invoices.self)
    invoiceLines = table(InvoiceLines.self)
    selfServicePolicies = table(SelfServicePolicies.self)
    charges = table(Charges.self)
    exchangeRates = table(ExchangeRates.self)
    productNames = table(ProductNames.self)
    self.files = files
    self.pools = pools
    self.quarantine = quarantine
    self.domains = domains
    self.mentioned = mentioned
    rowsByKey = RowsByKey(
      products: products, subscriptions: subscriptions, users: users,
      profiles: billingProfiles, invoices: invoices, domains: domains)
  }

  /// True when a file of the table was among the inputs, with or without accepted rows.
  public func isGiven(_ table: TableID) -> Bool {
    files.contains { $0.table == table }
  }

  /// How many different ids of a domain there are; codes of its text columns are below it.
  public func codeCount(_ domain: Domain) -> Int {
    domains[domain.rawValue].count
  }

  /// The id of a code.
  public func text(_ domain: Domain, _ code: Int) -> String {
    domains[domain.rawValue].text(of: code)
  }

  /// The code of an id; nil when no row has it.
  public func code(_ domain: Domain, of text: String) -> Int? {
    domains[domain.rawValue].code(of: text)
  }

  /// True when the key stands in a quarantined row of its own table, so that it counts as known.
  public func isMentioned(_ domain: Domain, _ code: Int) -> Bool {
    mentioned[domain.rawValue].contains(code) || (domain == .subscription && pools[code] != nil)
  }
}
