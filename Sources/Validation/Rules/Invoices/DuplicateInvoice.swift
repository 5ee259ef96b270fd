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
    var likenesses = InvoiceLikenesses(table)
    for row in table.rows where statuses[row] != .void && documents[row] != .creditNote {
      guard let likeness = likenesses[row], let first = likenesses.first(like: likeness, at: row)
      else { continue }
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
private struct InvoiceLikeness: Equatable {
  let profile: Int
  let start: CalendarDate
  let end: CalendarDate
  let currency: Currency
  let total: ExactDecimal

  /// The total and the profile alone tell nearly all invoices apart.
  var hash: UInt64 {
    let number = UInt64(truncatingIfNeeded: total.units) ^ UInt64(profile) << 48
    let product = number.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}

/// The first invoice of each likeness that came. It has a table of its own: the hash that a dictionary
/// makes costs more than all else that the rule does.
private struct InvoiceLikenesses {
  private let profiles: TextColumn<BillingProfileID>
  private let dates: (start: DateColumn, end: DateColumn)
  private let currencies: CurrencyColumn
  private let totals: AmountColumn
  /// The row of an invoice plus 1; 0 where free. At most half are taken.
  private var slots: [UInt32]

  init(_ table: Table<Invoices>) {
    profiles = table.billingProfileID
    dates = (table.periodStart, table.periodEnd)
    currencies = table.currency
    totals = table.total
    var size = 16
    while size < table.count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  /// Nil when one of the parts is not given.
  subscript(row: Int) -> InvoiceLikeness? {
    guard let profile = profiles.code(row), let start = dates.start[row], let end = dates.end[row],
      let currency = currencies[row], let total = totals[row]
    else { return nil }
    return InvoiceLikeness(
      profile: profile, start: start, end: end, currency: currency, total: total)
  }

  /// The first row of those that are alike; nil for the first of them, which is remembered.
  mutating func first(like likeness: InvoiceLikeness, at row: Int) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: likeness.hash) & mask
    while slots[slot] != 0 {
      let first = Int(slots[slot]) - 1
      if totals[first] == likeness.total, self[first] == likeness { return first }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt32(row + 1)
    return nil
  }
}
