import BillingModel
import ExactNumbers

/// The sums that an invoice's total is held against: its own parts, its lines, and what is not there.
///
/// A sum that does not fit, or of which a part is not given, is nil.
struct InvoiceBooks {
  /// The invoice's own parts.
  struct Header {
    let credits: ExactDecimal
    let tax: ExactDecimal
    /// total − (charges − credits + tax).
    let excess: ExactDecimal?
  }

  /// The same of its lines; a line of type credit is a credit, not a charge.
  struct LineParts {
    let credits: ExactDecimal
    let tax: ExactDecimal
    /// Σ total − (Σ charges − Σ credits + Σ tax).
    let excess: ExactDecimal?
  }

  /// Some lines together.
  struct Lines {
    let count: Int
    let total: ExactDecimal?
    let tax: ExactDecimal?
    let credits: ExactDecimal?
  }

  let stated: ExactDecimal?
  let header: Header?
  let lineParts: LineParts?
  let lines: Int
  let total: ExactDecimal?
  let computed: ExactDecimal?
  /// Lines whose total is not the sum of their parts.
  let wrongLines: Int
  let foreignLines: Int
  /// Σ (computed − read) over lines whose charges do not follow from quantity and price.
  let misrounded: ExactDecimal?
  let misroundedLines: Int
  /// Σ exact products rounded once, less Σ charges; nil when a line has no product.
  let roundedOnce: ExactDecimal?
  let duplicates: Lines
  /// Lines in quarantine whose total can be read.
  let missing: Lines
  /// Lines in quarantine whose total cannot be read, or is in another currency.
  let unreadLines: Int
  /// How many line numbers between 1 and the last one are neither here nor in quarantine.
  let absentNumbers: Int

  /// Adds up an invoice with its lines and its records in quarantine.
  init(
    _ table: Table<Invoices>, invoice: Int, _ columns: InvoiceLineColumns, lines rows: [UInt32],
    quarantined: [QuarantinedRow]
  ) {
    let currency = table.currency[invoice]
    let all = rows.map { InvoiceLine(columns, Int($0), invoice: currency) }
    let own = all.filter { $0.currency == currency }
    stated = table.total[invoice]
    lines = own.count
    foreignLines = all.count - own.count
    total = Self.sum(own) { $0.total }
    computed = Self.sum(own) { $0.computedTotal }
    wrongLines = own.count { $0.excess != .zero }
    header = Self.header(table, invoice)
    if let credits = Self.sum(own, { $0.credits }), let tax = Self.sum(own, { $0.tax }) {
      lineParts = LineParts(credits: credits, tax: tax, excess: Self.sum(own) { $0.excess })
    } else {
      lineParts = nil
    }
    let wrong = own.filter { $0.isMisrounded }
    misroundedLines = wrong.count
    misrounded = Self.sum(wrong) { line in
      line.computedCharges.flatMap { $0.subtracting(line.charges ?? .zero) }
    }
    roundedOnce = Self.roundedOnce(own, currency)
    var known: Set<InvoiceLine.Content> = []
    let copies = own.filter { !known.insert($0.content).inserted }
    duplicates = Lines(
      count: copies.count, total: Self.sum(copies) { $0.total }, tax: Self.sum(copies) { $0.tax },
      credits: Self.sum(copies) { $0.credits })
    // A second row of a line that is there is not missing.
    let gone = quarantined.filter {
      $0.table == .invoiceLines && !$0.rules.contains("duplicate-key")
    }
    let readable = gone.filter { $0.amounts["total"]?.currency == currency }
    unreadLines = gone.count - readable.count
    absentNumbers = Self.absentNumbers(all.map(\.number), inQuarantine: gone.count)
    missing = Lines(
      count: readable.count, total: Self.sum(readable) { $0.amounts["total"]?.amount },
      tax: Self.sum(readable) { $0.amounts["tax"]?.amount ?? .zero },
      credits: Self.sum(readable) { $0.amounts["azure_credit"]?.amount ?? .zero })
  }

  /// Numbers that count by ten, or not at all, have no gaps: of numbers that count by one at most a
  /// quarter is absent.
  private static func absentNumbers(_ numbers: [Int?], inQuarantine count: Int) -> Int {
    let known = Set(numbers.compactMap { $0 })
    guard !numbers.contains(nil), let last = known.max(), let first = known.min(), first > 0 else {
      return 0
    }
    let absent = last - known.count
    return absent * 4 <= last ? max(0, absent - count) : 0
  }

  private static func sum<Element>(
    _ elements: [Element], _ amount: (Element) -> ExactDecimal?
  ) -> ExactDecimal? {
    elements.reduce(ExactDecimal.zero as ExactDecimal?) { sum, element in
      sum.flatMap { sum in amount(element).flatMap { sum.adding($0) } }
    }
  }

  /// Nil when the charges or the tax are not given: then nothing is known of the parts.
  private static func header(_ table: Table<Invoices>, _ row: Int) -> Header? {
    guard let total = table.total[row], let charges = table.charges[row], let tax = table.tax[row],
      let credits = (table.credits[row] ?? .zero).adding(table.azureCredit[row] ?? .zero)
    else { return nil }
    let expected = charges.subtracting(credits)?.adding(tax)
    return Header(
      credits: credits, tax: tax, excess: expected.flatMap { total.subtracting($0) })
  }

  private static func roundedOnce(_ lines: [InvoiceLine], _ currency: Currency?) -> ExactDecimal? {
    guard let currency, let exact = sum(lines, { $0.exactCharges }),
      let rounded = exact.rounded(to: currency.minorUnits, .halfEven),
      let charges = sum(lines, { $0.charges })
    else { return nil }
    return rounded.subtracting(charges)
  }
}
