import BillingModel
import CalendarDates
public import Diagnostics
import ExactNumbers

extension RuleID {
  /// An invoice with the same profile, period, currency and total as an earlier one.
  public static let duplicateInvoice = RuleID("duplicate-invoice")
}

extension Rule {
  static let duplicateInvoice = Rule(
    .duplicateInvoice, .warning,
    title: "two invoices of one period and total",
    reason: """
      A billing profile has one invoice a period. A second one with the same total is probably the \
      same invoice under another number, and would be paid twice.
      """,
    source: "R58, R63",
    messages: [
      "invoice {id} has the same profile, period and total {total} {currency} as invoice {first}"
    ],
    help: "compare both invoices before the second one is paid",
    bad: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,period_start,period_end,currency,total
      G1,BP-1,2026-01-31,2026-01-01,2026-01-31,EUR,10.00
      G2,BP-1,2026-01-31,2026-01-01,2026-01-31,EUR,10.0
      """,
    good: """
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,period_start,period_end,currency,total
      G1,BP-1,2026-01-31,2026-01-01,2026-01-31,EUR,10.00
      G2,BP-1,2026-01-31,2026-01-01,2026-01-31,SEK,10.00
      G3,BP-1,2026-01-31,2026-01-31,2026-01-31,EUR,10.00
      """
  ) { context, findings in
    let table = context.data.invoices
    let (ids, statuses, documents) = (table.invoiceID, table.status, table.documentType)
    let likenesses = InvoiceLikenesses(table)
    var firsts: [InvoiceLikeness: Int] = [:]
    firsts.reserveCapacity(table.rows.count)
    for row in table.rows where statuses[row] != .void && documents[row] != .creditNote {
      guard let likeness = likenesses[row] else { continue }
      guard let first = firsts[likeness] else {
        firsts[likeness] = row
        continue
      }
      findings.add(
        .invoices, row, "invoice_id",
        facts: [
          ("id", ids[row] ?? ""), ("first", ids[first] ?? ""),
          ("total", AmountComparison.text(likeness.total, likeness.currency)),
          ("currency", likeness.currency.code),
        ])
    }
  }
}

/// What two invoices have in common that are probably one.
private struct InvoiceLikeness: Hashable {
  let profile: Int
  let start: CalendarDate
  let end: CalendarDate
  let currency: Currency
  let total: ExactDecimal

  /// The total alone tells nearly all invoices apart.
  func hash(into hasher: inout Hasher) {
    hasher.combine(UInt64(truncatingIfNeeded: total.units) ^ UInt64(profile) << 48)
  }
}

private struct InvoiceLikenesses {
  private let profiles: TextColumn<BillingProfileID>
  private let dates: (start: DateColumn, end: DateColumn)
  private let currencies: CurrencyColumn
  private let totals: AmountColumn

  init(_ table: Table<Invoices>) {
    profiles = table.billingProfileID
    dates = (table.periodStart, table.periodEnd)
    currencies = table.currency
    totals = table.total
  }

  /// Nil when one of the parts is not given.
  subscript(row: Int) -> InvoiceLikeness? {
    guard let profile = profiles.code(row), let start = dates.start[row], let end = dates.end[row],
      let currency = currencies[row], let total = totals[row]
    else { return nil }
    return InvoiceLikeness(
      profile: profile, start: start, end: end, currency: currency, total: total)
  }
}
