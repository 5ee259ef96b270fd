import BillingModel
import CalendarDates
import ExactNumbers

/// The documents of one billing profile, currency and month.
struct InvoiceSummaryLine: Sendable {
  let key: InvoiceMonth
  let profile: String?
  let name: String?
  var rows: [UInt32] = []
  var charges = ExactSum()
  var credits = ExactSum()
  var azureCredit = ExactSum()
  var tax = ExactSum()
  var total = ExactSum()
  var amountDue = ExactSum()
  var due = AgedAmounts()

  init(_ key: InvoiceMonth, profile: String?, name: String?) {
    self.key = key
    self.profile = profile
    self.name = name
  }

  /// `YYYY-MM`.
  var month: String? { key.month.map { $0.month } }
}

/// What the report groups documents by.
struct InvoiceMonth: Hashable, Sendable {
  let profile: Int?
  let currency: Currency?
  /// The first day of the month of invoice_date.
  let month: CalendarDate?
}

/// Amounts due by how many days they are past due.
struct AgedAmounts: Sendable {
  var pastDue = ExactSum()
  var notYetDue = ExactSum()
  /// 1–30, 31–60, 61–90 and more than 90 days.
  var buckets = Array(repeating: ExactSum(), count: 4)

  /// Adds an amount with its due date.
  mutating func add(_ amount: ExactDecimal?, due: CalendarDate?, asOf: CalendarDate) {
    guard let due, due < asOf else {
      notYetDue.add(amount)
      return
    }
    pastDue.add(amount)
    buckets[min(3, (asOf.days(since: due) - 1) / 30)].add(amount)
  }
}

extension ReportBasis {
  func invoiceSummary() -> Report {
    Report(
      .invoiceSummary, asOf: asOf, lines: invoiceSummaryLines(),
      columns: Self.invoiceSummaryColumns, totals: .currency { $0.key.currency },
      sources: .all { $0.rows.map { RowReference(.invoices, Int($0)) } })
  }

  /// The lines of the report in its order: name, billing_profile_id, currency, month.
  func invoiceSummaryLines() -> [InvoiceSummaryLine] {
    let columns = InvoiceColumns(data)
    let profileNames = data.billingProfiles.name
    var places: [InvoiceMonth: Int] = [:]
    var lines: [InvoiceSummaryLine] = []
    for row in data.invoices.rows where columns.status[row] != .void {
      let key = columns.key(row)
      let place = places[key, default: lines.count]
      if place == lines.count {
        places[key] = place
        let name = key.profile.flatMap { data.billingProfileRow($0) }.flatMap { profileNames[$0] }
        let profile = key.profile.map { data.text(.billingProfile, $0) }
        lines.append(InvoiceSummaryLine(key, profile: profile, name: name))
      }
      columns.add(row, to: &lines[place], asOf: asOf)
    }
    return lines.sorted { left, right in
      TextOrder.isBefore(
        TextOrder.compare(left.name, right.name), TextOrder.compare(left.profile, right.profile),
        TextOrder.compare(left.key.currency?.code, right.key.currency?.code),
        TextOrder.compare(left.month, right.month))
    }
  }

  static let invoiceSummaryColumns: [LineColumn<InvoiceSummaryLine>] = [
    .plain("billing_profile_id", .id) { .id($0.profile) },
    .plain("name", .text) { .text($0.name) },
    .plain("month", .month) { $0.month.map { .month($0) } ?? .missing },
    .plain("currency", .currency) { .currency($0.key.currency) },
    .summed("invoices", .count) { .count($0.rows.count) },
    .summed("charges", .money) { .money($0.charges.amount, $0.key.currency) },
    .summed("credits", .money) { .money($0.credits.amount, $0.key.currency) },
    .summed("azure_credit", .money) { .money($0.azureCredit.amount, $0.key.currency) },
    .summed("tax", .money) { .money($0.tax.amount, $0.key.currency) },
    .summed("total", .money) { .money($0.total.amount, $0.key.currency) },
    .summed("amount_due", .money) { .money($0.amountDue.amount, $0.key.currency) },
    .summed("past_due", .money) { .money($0.due.pastDue.amount, $0.key.currency) },
    .summed("not_yet_due", .money) { .money($0.due.notYetDue.amount, $0.key.currency) },
    .summed("days_1_30", .money) { .money($0.due.buckets[0].amount, $0.key.currency) },
    .summed("days_31_60", .money) { .money($0.due.buckets[1].amount, $0.key.currency) },
    .summed("days_61_90", .money) { .money($0.due.buckets[2].amount, $0.key.currency) },
    .summed("days_over_90", .money) { .money($0.due.buckets[3].amount, $0.key.currency) },
  ]
}

/// The columns of `invoices` that amounts are worked out from.
struct InvoiceColumns: Sendable {
  private let profiles: TextColumn<BillingProfileID>
  private let dates: DateColumn
  private let dueDates: DateColumn
  private let currencies: CurrencyColumn
  private let charges: AmountColumn
  private let credits: AmountColumn
  private let azureCredits: AmountColumn
  private let taxes: AmountColumn
  private let totals: AmountColumn
  private let due: AmountColumn
  let status: WordColumn<InvoiceStatus>

  init(_ data: Dataset) {
    let table = data.invoices
    profiles = table.billingProfileID
    dates = table.invoiceDate
    dueDates = table.dueDate
    currencies = table.currency
    charges = table.charges
    credits = table.credits
    azureCredits = table.azureCredit
    taxes = table.tax
    totals = table.total
    due = table.amountDue
    status = table.status
  }

  /// What is still owed: when not given, nothing of a paid invoice, else its total.
  func amountDue(_ row: Int) -> ExactDecimal? {
    due[row] ?? (status[row] == .paid ? .zero : totals[row])
  }

  func key(_ row: Int) -> InvoiceMonth {
    let month = dates[row].flatMap { date in
      let (year, month, _) = date.components
      return CalendarDate(year: year, month: month, day: 1)
    }
    return InvoiceMonth(profile: profiles.code(row), currency: currencies[row], month: month)
  }

  func add(_ row: Int, to line: inout InvoiceSummaryLine, asOf: CalendarDate) {
    line.rows.append(UInt32(row))
    line.charges.add(charges[row] ?? .zero)
    line.credits.add(credits[row] ?? .zero)
    line.azureCredit.add(azureCredits[row] ?? .zero)
    line.tax.add(taxes[row] ?? .zero)
    line.total.add(totals[row])
    line.amountDue.add(amountDue(row))
    line.due.add(amountDue(row), due: dueDates[row], asOf: asOf)
  }
}
