import BillingModel
import ExactNumbers

/// Why an invoice's total is not the sum of its lines: the difference, split into causes.
///
/// The causes and the unexplained rest add up to the difference exactly, always.
struct InvoiceReconciliation: Hashable, Sendable {
  /// What makes a part of the difference.
  enum Cause: String, CaseIterable, Hashable, Sendable {
    /// Lines that are in quarantine.
    case missingLine = "missing-line"
    /// Lines whose numbers are not there.
    case absentNumber = "absent-number"
    /// Lines that say the same as another one under another number.
    case duplicateLine = "duplicate-line"
    /// Lines whose charges do not follow the rounding, or one rounding of the whole invoice.
    case rounding
    /// Credits of the invoice that stand on no line, or on lines only.
    case credit
    /// Tax of the invoice that stands on no line, or on lines only.
    case tax
    /// A total that is not the sum of the invoice's own parts.
    case statedTotal = "stated-total"
    /// Lines whose total is not the sum of their parts.
    case lineTotal = "line-total"
    /// Lines in another currency, whose amounts are no part of any sum here.
    case foreignCurrency = "foreign-currency"
  }

  /// A part of the difference.
  struct Part: Hashable, Sendable {
    let cause: Cause
    /// How many lines it is about; nil when it is about none.
    let lines: Int?
    /// Nil where it cannot be read.
    let amount: ExactDecimal?
  }

  /// The total on the invoice.
  let stated: ExactDecimal
  /// The sum of the lines' totals.
  let read: ExactDecimal
  /// The sum of what the lines' quantities and prices give, with their taxes and credits.
  let computed: ExactDecimal
  /// How many lines are added up.
  let lines: Int
  /// stated − read.
  let difference: ExactDecimal
  /// The causes that were found, none of them zero but lines in other currencies.
  let parts: [Part]
  /// What no cause explains.
  let unexplained: ExactDecimal

  /// Splits the difference; nil when an amount is not given or does not fit.
  init?(_ books: InvoiceBooks) {
    guard let stated = books.stated, let read = books.total, let computed = books.computed,
      let difference = stated.subtracting(read)
    else { return nil }
    (self.stated, self.read, self.computed) = (stated, read, computed)
    (self.difference, lines) = (difference, books.lines)
    var splitter = Splitter(rest: difference)
    if difference != .zero { splitter.split(books) }
    if books.foreignLines > 0 {
      splitter.parts.append(
        Part(cause: .foreignCurrency, lines: books.foreignLines, amount: .zero))
    }
    parts = splitter.parts
    unexplained = splitter.rest
  }
}

/// Takes one cause after the other away from the rest.
private struct Splitter {
  var rest: ExactDecimal
  var parts: [InvoiceReconciliation.Part] = []

  /// What stands on lines, as far as the causes so far say which lines those are.
  private var tax: ExactDecimal?
  private var credits: ExactDecimal?

  init(rest: ExactDecimal) {
    self.rest = rest
  }

  mutating func split(_ books: InvoiceBooks) {
    (tax, credits) = (books.lineParts?.tax, books.lineParts?.credits)
    takeMissing(books)
    takeDuplicates(books)
    let before = self
    splitParts(books)
    guard rest != .zero, books.absentNumbers > 0 else { return }
    // What stands on one side only stands on the lines that are not there.
    self = before
    takeWrongSums(books)
    take(.absentNumber, rest, lines: books.absentNumbers)
  }

  private mutating func takeWrongSums(_ books: InvoiceBooks) {
    guard let header = books.header else { return }
    take(.statedTotal, header.excess)
    take(.lineTotal, books.lineParts?.excess?.negated, lines: books.wrongLines)
  }

  private mutating func splitParts(_ books: InvoiceBooks) {
    if let header = books.header {
      take(.tax, tax.flatMap { header.tax.subtracting($0) })
      take(.credit, credits.flatMap { $0.subtracting(header.credits) })
    }
    takeWrongSums(books)
    if let wrong = books.misrounded, wrong != .zero {
      takeIfNearer(.rounding, wrong, lines: books.misroundedLines)
    } else if let once = books.roundedOnce, once == rest {
      take(.rounding, once)
    }
  }

  private mutating func takeMissing(_ books: InvoiceBooks) {
    take(.missingLine, books.missing.total, lines: books.missing.count)
    tax = tax.flatMap { tax in books.missing.tax.flatMap { tax.adding($0) } }
    credits = credits.flatMap { credits in books.missing.credits.flatMap { credits.adding($0) } }
    guard books.unreadLines > 0 else { return }
    parts.append(
      InvoiceReconciliation.Part(cause: .missingLine, lines: books.unreadLines, amount: nil))
  }

  private mutating func takeDuplicates(_ books: InvoiceBooks) {
    let copies = books.duplicates
    guard takeIfNearer(.duplicateLine, copies.total?.negated, lines: copies.count) else { return }
    tax = tax.flatMap { tax in copies.tax.flatMap { tax.subtracting($0) } }
    credits = credits.flatMap { credits in copies.credits.flatMap { credits.subtracting($0) } }
  }

  private mutating func take(
    _ cause: InvoiceReconciliation.Cause, _ amount: ExactDecimal?, lines: Int? = nil
  ) {
    guard let amount, amount != .zero, let less = rest.subtracting(amount) else { return }
    parts.append(InvoiceReconciliation.Part(cause: cause, lines: lines, amount: amount))
    rest = less
  }

  /// Takes a cause only when less is left then: it is a supposition, not a fact.
  @discardableResult
  private mutating func takeIfNearer(
    _ cause: InvoiceReconciliation.Cause, _ amount: ExactDecimal?, lines: Int
  ) -> Bool {
    guard let amount, let less = rest.subtracting(amount), let size = less.size,
      let before = rest.size, size < before
    else { return false }
    take(cause, amount, lines: lines)
    return true
  }
}

extension ExactDecimal {
  /// The number without its sign; nil when it does not fit.
  fileprivate var size: ExactDecimal? { isNegative ? negated : self }
}
