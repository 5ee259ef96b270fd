import BillingModel
import ExactNumbers

/// The currencies of invoice lines: their own, else their invoice's.
struct LineCurrencies: Sendable {
  private let own: CurrencyColumn
  private let invoices: TextColumn<InvoiceID>
  /// The currency of each invoice by its code.
  private let byInvoice: [Currency?]

  init(_ data: Dataset) {
    own = data.invoiceLines.currency
    invoices = data.invoiceLines.invoiceID
    let currencies = data.invoices.currency
    byInvoice = (0..<data.codeCount(.invoice)).map { code in
      data.invoiceRow(code).flatMap { currencies[$0] }
    }
  }

  /// Calls `body` for each line that gives another currency than its invoice; `silent`: what an invoice
  /// that gives none expects.
  func forEachOther(
    _ lines: Table<InvoiceLines>, silent: ExpectedCurrency, _ body: (_ row: Int) -> Void
  ) {
    let expected = byInvoice.map { $0.map { ExpectedCurrency.only($0) } ?? silent }
    invoices.forEachRow(of: lines.rows, in: own, otherThan: expected, body)
  }

  /// The currency of a line; nil when neither says.
  subscript(row: Int) -> Currency? {
    own[row] ?? invoice(row)
  }

  /// The currency of a line's invoice; nil when the invoice is not in the data.
  func invoice(_ row: Int) -> Currency? {
    invoices.code(row).flatMap { byInvoice[$0] }
  }
}
