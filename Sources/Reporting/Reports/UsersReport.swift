import BillingModel
import ExactNumbers

/// The licences in use of one person in one currency.
struct UserLine: Sendable {
  let person: Int
  let currency: Currency?
  var products = 0
  var licenses = 0
  var selfService = 0
  var monthlyCost = ExactSum()
  var reclaimable = 0
  var reclaimableCost = ExactSum()
}

extension ReportBasis {
  func users() -> Report {
    let index = PersonLicenses(data, licenses)
    let lines = userLines(index)
    let basis = self
    return Report(
      .users, asOf: asOf, lines: lines, columns: userColumns,
      totals: .currency { $0.currency },
      sources: .each { line, visit in
        basis.forEachSource(of: line.person, in: line.currency, index, visit)
      },
      things: LineThings { line, kind in kind == .person ? line.person : nil })
  }

  /// The lines of the report in its order: user_principal_name, currency.
  func userLines(_ index: PersonLicenses) -> [UserLine] {
    let everyone = (0..<data.codeCount(.party)).filter { !index.licenses(of: $0).isEmpty }
    let people = people
    var lines: [UserLine] = []
    lines.reserveCapacity(everyone.count)
    var held: [HeldLicense] = []
    for person in TextOrder.sorted(everyone, by: { people.id($0) }) {
      collect(index.licenses(of: person), index, into: &held)
      appendLines(of: person, held, to: &lines)
    }
    return lines
  }

  /// A licence in use of the person at hand.
  private struct HeldLicense {
    let license: Int
    let currency: Int
    let product: Int
    let code: Int
    var pool: ProductPool?

    init(license: Int, currency: Int, product: Int, code: Int) {
      self.license = license
      self.currency = currency
      self.product = product
      self.code = code
    }

    init(_ pool: ProductPool, license: Int) {
      self.license = license
      self.pool = pool
      currency = pool.currency.map { Int($0.listIndex) } ?? -1
      product = pool.product
      code = pool.code
    }
  }

  /// The licences in use, ordered by currency and product. Those of which only the product is known
  /// count as in use.
  private func collect(
    _ licenses: ArraySlice<UInt32>, _ index: PersonLicenses, into held: inout [HeldLicense]
  ) {
    held.removeAll(keepingCapacity: true)
    for license in licenses {
      let code = Int(index.subscriptions[Int(license)])
      if let pool = pools[code] {
        held.append(HeldLicense(pool, license: Int(license)))
        continue
      }
      guard let subscription = figures(ofSubscription: code), subscription.isInUse else { continue }
      let currency = subscription.currency.map { Int($0.listIndex) } ?? -1
      held.append(
        HeldLicense(
          license: Int(license), currency: currency, product: subscription.product, code: code))
    }
    held.sort { ($0.currency, $0.product) < ($1.currency, $1.product) }
  }

  private func appendLines(of person: Int, _ held: [HeldLicense], to lines: inout [UserLine]) {
    var last: HeldLicense?
    for item in held {
      let subscription = figures(ofSubscription: item.code)
      if item.currency != last?.currency {
        let currency = subscription?.currency ?? item.pool?.currency
        lines.append(UserLine(person: person, currency: currency))
      }
      let isNewProduct = item.currency != last?.currency || item.product != last?.product
      last = item
      lines[lines.count - 1].products += isNewProduct ? 1 : 0
      add(item.license, subscription, item.pool, to: &lines[lines.count - 1])
    }
  }

  private func add(
    _ license: Int, _ subscription: SubscriptionFigures?, _ pool: ProductPool?,
    to line: inout UserLine
  ) {
    line.licenses += 1
    line.selfService += subscription?.isSelfService == true ? 1 : 0
    let cost = subscription?.monthlyCostPerLicense ?? pool?.monthlyCostPerLicense
    line.monthlyCost.add(line.currency == nil ? nil : cost)
    guard reclaimable[license] else { return }
    line.reclaimable += 1
    line.reclaimableCost.add(line.currency == nil ? nil : cost)
  }

  /// Visits the rows of a person and of their licences in use in a currency.
  func forEachSource(
    of person: Int, in currency: Currency?, _ index: PersonLicenses,
    _ visit: (RowReference) -> Void
  ) {
    if let row = data.userRow(person) { visit(RowReference(.users, row)) }
    for license in index.licenses(of: person)
    where isInUse(subscription: Int(index.subscriptions[Int(license)]), in: currency) {
      visit(RowReference(.licenseAssignments, Int(licenses.rows[Int(license)])))
    }
  }

  private func isInUse(subscription code: Int, in currency: Currency?) -> Bool {
    if let pool = pools[code] { return pool.currency == currency }
    guard let figures = figures(ofSubscription: code) else { return false }
    return figures.isInUse && figures.currency == currency
  }

  private var userColumns: [LineColumn<UserLine>] {
    let basis = self
    return [
      .plain("user_principal_name", .id) { .id(basis.people.id($0.person)) },
      .plain("display_name", .text) { .text(basis.people.name($0.person)) },
      .plain("department", .text) { .text(basis.department(of: $0.person)) },
      .plain("products", .count) { .count($0.products) },
      .summed("licenses", .count) { .count($0.licenses) },
      .summed("self_service", .count) { .count($0.selfService) },
      .plain("currency", .currency) { .currency($0.currency) },
      .summed("monthly_cost", .money) { .money($0.monthlyCost.amount, $0.currency) },
      .summed("reclaimable", .count) { .count($0.reclaimable) },
    ]
  }

  /// A person's department; a group without known members belongs to none.
  func department(of person: Int) -> String? {
    licenses.unknownGroups.contains(person) ? nil : people.department(person)
  }
}
