import BillingModel
import ExactNumbers

/// Which things have a page or a section, and what each tells: one at a time, on demand.
///
/// Made once in O(rows); a detail then costs its own rows only, so that a hundred thousand pages
/// need not be held together. Things of a kind are numbered from 0 in the order of their ids. A class
/// because every page refers to it.
public final class DetailIndex: Sendable {
  let basis: ReportBasis
  let holders: PersonLicenses
  let buyers: BuyerIndex
  let usage: [Int: [LicenseUsageLine]]
  let userCounts: [Int: Int]
  let subscriptionsByProduct: [Int: [SubscriptionFigures]]
  let purchasesByBuyer: [Int: [SubscriptionFigures]]
  let linesByInvoice: RowsByCode
  let invoicesByProfile: RowsByCode
  let rolesByProfile: RowsByCode
  let summaryByProfile: [Int: [InvoiceSummaryLine]]
  /// The columns of the tables that most details have, made once: they hold on to much.
  let assignmentColumns: [LineColumn<Int>]
  let heldColumns: [LineColumn<HeldLine>]
  let lineColumns: [Currency?: [LineColumn<UInt32>]]
  let lineAmounts: InvoiceLineColumns
  private let codes: PerKind<[Int]>
  /// For each kind the place of each code, −1 for codes without a page.
  private let places: PerKind<[Int32]>

  /// Prepares the details of everything in the data set.
  public init(_ basis: ReportBasis) {
    let data = basis.data
    self.basis = basis
    holders = PersonLicenses(data, basis.licenses)
    buyers = BuyerIndex(data)
    usage = Dictionary(grouping: basis.licenseUsageLines()) { $0.product?.code ?? -1 }
    userCounts = Self.userCounts(usage, basis)
    subscriptionsByProduct = Dictionary(grouping: basis.subscriptions, by: \.product)
    let (buyers, holders) = (buyers, holders)
    purchasesByBuyer = Dictionary(
      grouping: basis.subscriptions.filter { buyers.buyer(ofSubscription: $0.row) != nil }
    ) { buyers.buyer(ofSubscription: $0.row) ?? -1 }
    linesByInvoice = RowsByCode(
      data.invoiceLines, data.invoiceLines.invoiceID, count: data.codeCount(.invoice))
    let profiles = data.codeCount(.billingProfile)
    invoicesByProfile = RowsByCode(
      data.invoices, data.invoices.billingProfileID, count: profiles)
    rolesByProfile = RowsByCode(
      data.billingProfileRoles, data.billingProfileRoles.billingProfileID, count: profiles)
    summaryByProfile = Dictionary(grouping: basis.invoiceSummaryLines()) { $0.key.profile ?? -1 }
    assignmentColumns = basis.assignmentColumns
    heldColumns = basis.heldColumns
    lineColumns = Self.lineColumns(data)
    lineAmounts = InvoiceLineColumns(data.invoiceLines)
    let codes = Self.codes(basis, buyers, holders)
    self.codes = codes
    places = PerKind { Self.places(of: codes[$0]) }
  }

  /// How many things of a kind there are.
  public func count(of kind: DetailKind) -> Int { codes[kind].count }

  /// The id of a thing: what its page is named after.
  public func id(of kind: DetailKind, at place: Int) -> String {
    let code = code(of: kind, at: place)
    return kind == .buyer ? buyers.id(code) : basis.data.text(Self.domain(of: kind), code)
  }

  /// The place of the thing that a report's cell names; nil when it has no page. Ids of buyers are
  /// those of `BuyerIndex`.
  public func place(of kind: DetailKind, id: String) -> Int? {
    guard kind != .buyer else {
      return buyers.buyer(id: id).flatMap { place(of: .buyer, code: $0) }
    }
    return basis.data.code(Self.domain(of: kind), of: id).flatMap { place(of: kind, code: $0) }
  }

  /// The place among its kind of a thing's code, nil when it has no page; the order of places is that of
  /// ids.
  public func place(of kind: DetailKind, code: Int) -> Int? {
    let places = places[kind]
    guard places.indices.contains(code), places[code] >= 0 else { return nil }
    return Int(places[code])
  }

  private static func places(of codes: [Int]) -> [Int32] {
    var places = Array(repeating: Int32(-1), count: (codes.max() ?? -1) + 1)
    for (place, code) in codes.enumerated() { places[code] = Int32(place) }
    return places
  }

  /// What a page tells of a thing.
  public func detail(of kind: DetailKind, at place: Int) -> Detail {
    let code = code(of: kind, at: place)
    return switch kind {
    case .product: product(code)
    case .subscription: subscription(code)
    case .buyer: buyer(code)
    case .invoice: invoice(code)
    case .billingProfile: billingProfile(code)
    case .person: person(code)
    }
  }

  private func code(of kind: DetailKind, at place: Int) -> Int {
    let codes = codes[kind]
    precondition(codes.indices.contains(place), "a detail's place is below the count of its kind")
    return codes[place]
  }

  private static func domain(of kind: DetailKind) -> Domain {
    switch kind {
    case .product: .product
    case .subscription: .subscription
    case .invoice: .invoice
    case .billingProfile: .billingProfile
    case .person, .buyer: .party
    }
  }
}

extension DetailIndex {
  /// The codes of the things of each kind, ordered by id.
  private static func codes(
    _ basis: ReportBasis, _ buyers: BuyerIndex, _ holders: PersonLicenses
  ) -> PerKind<[Int]> {
    let data = basis.data
    let people = (0..<data.codeCount(.party)).filter {
      data.userRow($0) != nil || !holders.licenses(of: $0).isEmpty
    }
    let invoices = (0..<data.codeCount(.invoice)).filter { data.invoiceRow($0) != nil }
    let profiles = (0..<data.codeCount(.billingProfile)).filter {
      data.billingProfileRow($0) != nil
    }
    return PerKind { kind in
      switch kind {
      case .product: basis.products.all.map(\.code)
      case .subscription: basis.subscriptions.map(\.code)
      case .buyer: TextOrder.sorted(Array(0..<buyers.count)) { buyers.id($0) }
      case .invoice: TextOrder.sorted(invoices) { data.text(.invoice, $0) }
      case .billingProfile: TextOrder.sorted(profiles) { data.text(.billingProfile, $0) }
      case .person: TextOrder.sorted(people) { data.text(.party, $0) }
      }
    }
  }

  /// How many different people each product has over all currencies.
  private static func userCounts(
    _ usage: [Int: [LicenseUsageLine]], _ basis: ReportBasis
  ) -> [Int: Int] {
    var marks = Marks(count: basis.data.codeCount(.party))
    return usage.mapValues { lines in
      lines.count == 1
        ? lines[0].users
        : basis.assignees(
          ofSubscriptions: lines.flatMap(\.subscriptions).map(\.code)
            + (lines[0].pool.map { [$0.code] } ?? []), &marks)
    }
  }
}
