import BillingModel
import ExactNumbers

extension DetailIndex {
  /// The columns of an invoice, its lines, and whether they add up to its total.
  func invoice(_ code: Int) -> Detail {
    guard let row = basis.data.invoiceRow(code) else {
      preconditionFailure("an invoice with a page has a row")
    }
    let invoices = basis.data.invoices
    let whole = WholeRow(invoices)
    let rows = linesByInvoice.rows(of: code)
    let currency = invoices.currency[row]
    let profile = invoices.billingProfileID.code(row).flatMap { basis.data.billingProfileRow($0) }
    return Detail(
      kind: .invoice, id: basis.data.text(.invoice, code), name: nil,
      fields: whole.fields(row, currency: currency) + [
        DetailField("name", .text, .text(profile.flatMap { basis.data.billingProfiles.name[$0] }))
      ] + sums(rows, of: row, currency),
      tables: [lineTable(rows, currency), reconciliationTable(row, rows, code, currency)],
      extra: whole.extra(row), findings: basis.findings.findings(of: .invoice, code),
      sources: [RowReference(.invoices, row)] + rows.map { RowReference(.invoiceLines, Int($0)) })
  }

  /// `lines_total` and `difference` (total − lines_total): without a meaning when there is no line,
  /// unknown when a line is in another currency.
  private func sums(_ rows: [UInt32], of invoice: Int, _ currency: Currency?) -> [DetailField] {
    let lines = basis.data.invoiceLines
    let (totals, currencies) = (lines.total, lines.currency)
    var sum = ExactSum()
    for row in rows {
      let isComparable = (currencies[Int(row)] ?? currency) == currency
      sum.add(isComparable ? totals[Int(row)].map { ExactAmount($0) } : nil)
    }
    var difference = ExactSum()
    difference.add(basis.data.invoices.total[invoice])
    difference.add(sum.amount.flatMap { $0.multiplied(by: -1) })
    return [
      DetailField(
        "lines_total", .money, rows.isEmpty ? .notApplicable : .money(sum.amount, currency)),
      DetailField(
        "difference", .money, rows.isEmpty ? .notApplicable : .money(difference.amount, currency)),
    ]
  }

  /// The columns of an invoice's lines, by the currency of the invoice.
  static func lineColumns(_ data: Dataset) -> [Currency?: [LineColumn<UInt32>]] {
    let whole = WholeRow(data.invoiceLines)
    let currencies = data.invoices.currency
    var columns: [Currency?: [LineColumn<UInt32>]] = [:]
    for row in data.invoices.rows where columns[currencies[row]] == nil {
      columns[currencies[row]] = whole.columns(
        currency: currencies[row], without: ["invoice_id"])
    }
    return columns
  }

  /// `lines`, ordered by line number.
  private func lineTable(_ rows: [UInt32], _ currency: Currency?) -> DetailTable {
    let table = basis.data.invoiceLines
    let (numbers, products) = (table.lineNumber, table.productID)
    let subscriptions = table.subscriptionID
    let sorted = rows.sorted { (numbers[Int($0)] ?? 0, $0) < (numbers[Int($1)] ?? 0, $1) }
    return DetailTable(
      "lines", lines: sorted,
      columns: lineColumns[currency] ?? [],
      sources: .one { RowReference(.invoiceLines, Int($0)) },
      things: LineThings { row, kind in
        switch kind {
        case .product: products.code(Int(row))
        case .subscription: subscriptions.code(Int(row))
        default: nil
        }
      })
  }
}
