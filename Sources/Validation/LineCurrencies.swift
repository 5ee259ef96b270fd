import BillingModel
import ExactNumbers

/// The currencies of invoice lines: their own, else their invoice's.
struct LineCurrencies: Sendable {
  private let data: Dataset
  private let own: CurrencyColumn
  private let invoices: TextColumn<InvoiceID>
  private let invoiceCurrencies: CurrencyColumn

  init(_ data: Dataset) {
    self.data = data
    own = data.invoiceLines.currency
    invoices = data.invoiceLines.invoiceID
    invoiceCurrencies = data.invoices.currency
  }

  /// The currency of a line; nil when neither says.
  subscript(row: Int) -> Currency? {
    own[row] ?? invoice(row)
  }

  /// The currency of a line's invoice; nil when the invoice is not in the data.
  func invoice(_ row: Int) -> Currency? {
    invoices.code(row).flatMap { data.invoiceRow($0) }.flatMap { invoiceCurrencies[$0] }
  }
}
