import BillingModel
import ExactNumbers

extension DetailIndex {
  /// `reconciliation`: the total as stated, the lines as read and as computed, and what makes the
  /// difference, if there is one. Empty for an invoice without lines, or with amounts that are not given.
  func reconciliationTable(
    _ row: Int, _ lines: [UInt32], _ code: Int, _ currency: Currency?
  ) -> DetailTable {
    let records = basis.quarantine.records(with: .invoice, code)
    let books = InvoiceBooks(
      basis.data.invoices, invoice: row, lineAmounts, lines: lines,
      quarantined: records.map { basis.data.quarantine[$0] })
    let isTold = !lines.isEmpty || !records.isEmpty
    let parts = isTold ? InvoiceReconciliation(books)?.lines(currency) ?? [] : []
    return DetailTable(
      "reconciliation", lines: parts,
      columns: [
        .plain("part", .word) { .word($0.part) }, .plain("lines", .count) { $0.lines },
        .plain("amount", .money) { $0.amount },
      ])
  }
}

/// One row of the table.
private struct ReconciliationLine: Sendable {
  let part: String
  let lines: Cell
  let amount: Cell
}

extension InvoiceReconciliation {
  fileprivate func lines(_ currency: Currency?) -> [ReconciliationLine] {
    func line(_ part: String, _ lines: Int?, _ amount: ExactDecimal?) -> ReconciliationLine {
      ReconciliationLine(
        part: part, lines: lines.map { .count($0) } ?? .notApplicable,
        amount: .money(amount.map { ExactAmount($0) }, currency))
    }
    let sums = [
      line("stated", nil, stated), line("read", lines, read), line("computed", lines, computed),
    ]
    let causes = parts.map { part in
      guard part.cause == .foreignCurrency else {
        return line(part.cause.rawValue, part.lines, part.amount)
      }
      return ReconciliationLine(
        part: part.cause.rawValue, lines: .count(part.lines), amount: .notApplicable)
    }
    guard difference != .zero else { return sums + causes }
    return sums + [line("difference", nil, difference)] + causes
      + [line("unexplained", nil, unexplained)]
  }
}
