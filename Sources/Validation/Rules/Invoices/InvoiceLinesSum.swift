import BillingModel
public import Diagnostics
import ExactNumbers

extension RuleID {
  /// An invoice whose total is not the sum of its lines.
  public static let invoiceLinesSum = RuleID("invoice-lines-sum")
}

extension Rule {
  static let invoiceLinesSum = Rule(
    .invoiceLinesSum, .violation,
    title: "invoice total that is not the sum of its lines",
    reason: """
      Every amount of an invoice stands on a line. A difference means that lines are missing, \
      doubled or wrong. Amounts are compared exactly; invoices without lines, or with a line in \
      another currency, are left out.
      """,
    source: "SCHEMA: invoices, invoice_lines",
    messages: [
      """
      total {given} {currency} is not the sum of its lines = {expected}: \
      {difference} {currency} apart, number of lines: {lines}
      """
    ],
    help: """
      look for lines of this invoice in quarantine; if there are none, export the invoice's lines \
      again and compare with its PDF
      """,
    bad: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      G1,BP-1,2026-01-31,EUR,119.00
      -- invoice_lines.csv
      invoice_id,line_number,charges,total,currency
      G1,1,100.00,100.00,EUR
      G1,2,18.99,18.99,EUR
      """,
    good: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      G1,BP-1,2026-01-31,EUR,119.00
      -- invoice_lines.csv
      invoice_id,line_number,charges,total,currency
      G1,1,100.00,100.00,EUR
      G1,2,19.00,19.00,EUR
      """
  ) { context, findings in
    let tolerance = context.settings.tolerances[.invoiceLinesSum]
    let table = context.data.invoices
    let (keys, totals, currencies) = (table.invoiceID, table.total, table.currency)
    let sums = LineSums(context.data)
    for row in table.rows {
      guard let code = keys.code(row), let total = totals[row],
        let lines = sums.total(ofInvoice: code),
        let facts = AmountComparison.facts(total, lines.sum, currencies[row], tolerance: tolerance)
      else { continue }
      findings.add(
        .invoices, row, "total", facts: facts + [("lines", String(lines.rows))])
    }
  }
}

/// The sums of the lines of each invoice, in the invoice's currency.
private struct LineSums {
  private let totals: [CodeTotal]
  /// Whether each invoice has a line in another currency.
  private var isMixed: [Bool]

  init(_ data: Dataset) {
    let lines = data.invoiceLines
    totals = lines.total.totals(by: lines.invoiceID, of: lines.rows)
    isMixed = Array(repeating: false, count: totals.count)
    var isMixed = isMixed
    LineCurrencies(data).forEachOther(lines, silent: .none) { row in
      if let code = lines.invoiceID.code(row) { isMixed[code] = true }
    }
    self.isMixed = isMixed
  }

  /// Nil for an invoice without lines, and for one with a line in another currency.
  func total(ofInvoice code: Int) -> CodeTotal? {
    totals[code].rows > 0 && !isMixed[code] ? totals[code] : nil
  }
}
