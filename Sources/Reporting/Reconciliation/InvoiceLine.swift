import BillingModel
import CalendarDates
import ExactNumbers

/// The amounts of one line of an invoice, as they are read and as they follow from each other.
struct InvoiceLine {
  /// Everything that a line says but its number: two lines that say the same are one line twice.
  struct Content: Hashable {
    let product: String?
    let subscription: Int?
    let chargeType: String?
    let start: CalendarDate?
    let end: CalendarDate?
    let quantity: ExactDecimal?
    let charges: ExactDecimal?
    let total: ExactDecimal?

    /// What tells lines apart as a rule, and is read at once.
    func hash(into hasher: inout Hasher) {
      hasher.combine(subscription)
      hasher.combine(start)
      hasher.combine(charges)
      hasher.combine(total)
    }
  }

  let content: Content
  let number: Int?
  /// Its own currency, else that of its invoice.
  let currency: Currency?
  let charges: ExactDecimal?
  let total: ExactDecimal?
  /// Azure credit, and what a line of type credit takes away.
  let credits: ExactDecimal?
  let tax: ExactDecimal
  /// What quantity, price and rounding give; the charges as read where the line is prorated or has no
  /// price.
  let computedCharges: ExactDecimal?
  /// quantity × price without rounding; nil where they are not what the line charges.
  let exactCharges: ExactDecimal?
  private let isCredit: Bool

  init(_ table: InvoiceLineColumns, _ row: Int, invoice invoiceCurrency: Currency?) {
    currency = table.currency[row] ?? invoiceCurrency
    charges = table.charges[row]
    total = table.total[row]
    tax = table.tax[row] ?? .zero
    number = table.lineNumber[row]
    content = Content(
      product: table.productID[row] ?? table.productName[row],
      subscription: table.subscriptionID.code(row), chargeType: table.chargeType[row],
      start: table.serviceStart[row], end: table.serviceEnd[row], quantity: table.quantity[row],
      charges: charges, total: total)
    let type = table.chargeTypes[row]
    isCredit = type == .credit
    let azure = table.azureCredit[row] ?? .zero
    credits = type == .credit ? charges.flatMap { azure.subtracting($0) } : azure
    guard let type, type.isFullPrice, let currency, let quantity = table.quantity[row],
      let price = table.unitPrice[row]
    else {
      (computedCharges, exactCharges) = (charges, type == nil ? nil : charges)
      return
    }
    computedCharges = (table.rounding[row] ?? .halfEven).charges(
      quantity, price, to: currency.minorUnits)
    exactCharges = price.multiplied(by: quantity, to: ExactDecimal.scale, .halfEven)
  }

  /// True when the charges do not follow from quantity and price.
  var isMisrounded: Bool { computedCharges != charges }

  /// The computed charges with the line's credits and tax, as they follow from the total as read.
  var computedTotal: ExactDecimal? {
    guard let total, let charges, let computedCharges else { return nil }
    return total.adding(computedCharges)?.subtracting(charges)
  }

  /// total − (charges − Azure credit + tax), whatever a credit is called.
  var excess: ExactDecimal? {
    guard let total, let charges, let credits else { return nil }
    let azure = isCredit ? credits.adding(charges) : credits
    guard let azure, let expected = charges.subtracting(azure)?.adding(tax) else { return nil }
    return total.subtracting(expected)
  }
}

/// The columns that a line is read from, looked up once for all lines.
///
/// A class because every line is read with all of them.
final class InvoiceLineColumns: Sendable {
  let lineNumber: WholeColumn
  let productID: TextColumn<ProductID>
  let productName: TextColumn<FreeText>
  let subscriptionID: TextColumn<SubscriptionID>
  let chargeType: TextColumn<FreeText>
  let chargeTypes: ChargeTypes
  let serviceStart: DateColumn
  let serviceEnd: DateColumn
  let quantity: AmountColumn
  let unitPrice: AmountColumn
  let rounding: WordColumn<LineRounding>
  let charges: AmountColumn
  let azureCredit: AmountColumn
  let tax: AmountColumn
  let total: AmountColumn
  let currency: CurrencyColumn

  init(_ table: Table<InvoiceLines>) {
    lineNumber = table.lineNumber
    productID = table.productID
    productName = table.productName
    subscriptionID = table.subscriptionID
    chargeType = table.chargeType
    chargeTypes = ChargeTypes(table.chargeType)
    serviceStart = table.serviceStart
    serviceEnd = table.serviceEnd
    quantity = table.quantity
    unitPrice = table.unitPrice
    rounding = table.rounding
    charges = table.charges
    azureCredit = table.azureCredit
    tax = table.tax
    total = table.total
    currency = table.currency
  }
}
