import BillingModel

/// What rows leave to other files to say.
extension Settling {
  /// Gives assignments that know only a product the product's one subscription; where there are more
  /// or none, the pool of the product.
  mutating func resolveProducts() {
    guard let assignments = tables[.licenseAssignments], !assignments.isGiven(0) else { return }
    let known = subscriptionsByProduct()
    secondRows[.licenseAssignments] = nil
    for row in 0..<assignments.count where assignments.code(0, row) == nil {
      let product = assignments.code(1, row) ?? TextDictionary.none
      let candidates = known[product] ?? []
      let subscription = candidates.count == 1 ? candidates[0] : pool(of: product)
      tables[.licenseAssignments]?.setCode(0, row, subscription)
    }
  }

  /// The code of a product's pool among those of subscriptions.
  private mutating func pool(of product: UInt32) -> UInt32 {
    let id = domains[Domain.product.rawValue].text(of: Int(product))
    let name = Array("product:\(id)".utf8)
    let code = domains[Domain.subscription.rawValue].intern(name.span)
    pools[Int(code)] = Int(product)
    return code
  }

  private func subscriptionsByProduct() -> [UInt32: [UInt32]] {
    guard let table = tables[.subscriptions] else { return [:] }
    let ids = table.codes(0)
    let products = table.codes(1)
    var result: [UInt32: [UInt32]] = [:]
    for row in table.rows where result[products[row]]?.contains(ids[row]) != true {
      result[products[row], default: []].append(ids[row])
    }
    return result
  }

  /// Gives lines without a currency that of their invoice.
  mutating func resolveCurrencies() {
    guard let lines = tables[.invoiceLines],
      let column = TableID.invoiceLines.schema.index(of: "currency"), !lines.isGiven(column)
    else { return }
    let known = currenciesOfInvoices()
    for row in 0..<lines.count where lines.currencyColumn(column)[row] == nil {
      guard let invoice = lines.code(0, row), let place = known[invoice],
        place != CurrencyCode.none
      else { continue }
      tables[.invoiceLines]?.setCurrency(column, row, place)
    }
  }

  func currenciesOfInvoices() -> [UInt32: UInt16] {
    guard let invoices = tables[.invoices],
      let column = TableID.invoices.schema.index(of: "currency")
    else { return [:] }
    let currencies = invoices.currencies(column)
    return Dictionary(zip(invoices.codes(0), currencies)) { first, _ in first }
  }
}

/// The currency column's word for "not given".
enum CurrencyCode {
  static let none = UInt16.max
}
