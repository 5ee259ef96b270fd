import BillingModel
public import Diagnostics
import ExactNumbers

extension RuleID {
  /// A line whose total is not the sum of its parts.
  public static let lineTotal = RuleID("line-total")
}

extension Rule {
  static let lineTotal = Rule(
    .lineTotal, .warning,
    title: "line total that is not the sum of its parts",
    reason:
      "The total of a line is its charges less Azure credit, and the tax. Exact, no tolerance.",
    source: "R62",
    messages: [
      """
      total {given} {currency} is not charges − Azure credit + tax = {expected}: \
      {difference} {currency} apart
      """
    ],
    help: "compare with the invoice's PDF; if that says the same, ask Microsoft or the seller",
    bad: """
      -- invoice_lines.csv
      invoice_id,line_number,charges,azure_credit,tax,total,currency
      G1,1,100.00,10.00,19.00,119.00,EUR
      """,
    good: """
      -- invoice_lines.csv
      invoice_id,line_number,charges,azure_credit,tax,total,currency
      G1,1,100.00,10.00,19.00,109.00,EUR
      G1,2,100.00,,,100.00,EUR
      """
  ) { context, findings in
    let tolerance = context.settings.tolerances[.lineTotal]
    let table = context.data.invoiceLines
    let (charges, credits, taxes, totals) = (
      table.charges, table.azureCredit, table.tax, table.total
    )
    let currencies = LineCurrencies(context.data)
    totals.forEachRow(of: table.rows, notSumOf: charges, less: credits, plus: taxes) { row in
      guard let charged = charges[row], let total = totals[row] else { return }
      let expected = charged.subtracting(credits[row] ?? .zero)
        .flatMap { $0.adding(taxes[row] ?? .zero) }
      guard total != expected,
        let facts = AmountComparison.facts(total, expected, currencies[row], tolerance: tolerance)
      else { return }
      findings.add(.invoiceLines, row, "total", facts: facts)
    }
  }
}
