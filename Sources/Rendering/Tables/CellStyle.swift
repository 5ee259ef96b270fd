internal import BillingModel
internal import CalendarDates
internal import ExactNumbers
internal import Liquid
internal import Reporting

/// How a language writes the values of cells in HTML: every mark and word is escaped already.
struct CellStyle: Sendable {
  let numbers: NumberStyle
  private let dates: DateStyle
  private let unlimited: String
  private let yes: String
  private let no: String

  init(_ wording: Wording) {
    numbers = wording.numbers.html
    dates = wording.dates.html
    unlimited = HTMLText.breakable(wording.text("ui.unlimited"))
    yes = HTMLText.breakable(wording.text("ui.yes"))
    no = HTMLText.breakable(wording.text("ui.no"))
  }

  /// Appends a value that is no list and no word of one; nothing for what is unknown, does not apply
  /// or cannot be rounded. `isNamed` is true for amounts whose currency stands elsewhere.
  func append(_ cell: Cell, isNamed: Bool, to html: inout PageOutput) {
    switch cell {
    case .text(let text), .id(let text): html.append(breakable: text)
    case .count(let count): numbers.append(DecimalDigits(count), to: &html)
    case .quantity(let quantity):
      guard let number = quantity.number else { return html.append(markup: unlimited) }
      numbers.append(DecimalDigits(number), to: &html)
    case .ratio(let share): append(percent: share, to: &html)
    case .decimal(let number): numbers.append(number.digits, to: &html)
    case .money(let amount, let currency):
      guard let digits = amount.minorUnitDigits(in: currency) else { return }
      append(digits, currency, isNamed, to: &html)
    case .currency(let currency): html.append(markup: currency.code)
    case .date(let date): dates.append(date, to: &html)
    case .month(let month): if !dates.append(month: month, to: &html) { html.append(text: month) }
    case .flag(let flag): html.append(markup: flag ? yes : no)
    case .missing, .notApplicable, .word, .words, .record: return
    }
  }

  /// Appends a price with at least the decimals of its currency, and all of its own.
  func append(
    _ price: ExactDecimal, of currency: Currency, isNamed: Bool, to html: inout PageOutput
  ) {
    let own = price.digits
    let digits =
      own.places < currency.minorUnits ? price.digits(places: currency.minorUnits) : own
    append(digits, currency, isNamed, to: &html)
  }

  private func append(
    _ digits: DecimalDigits, _ currency: Currency, _ isNamed: Bool, to html: inout PageOutput
  ) {
    numbers.append(digits, to: &html)
    guard !isNamed else { return }
    html.append(markup: numbers.space)
    html.append(markup: currency.code)
  }

  /// Appends a share of at most four decimals as a percentage: all its digits, at least one.
  private func append(percent share: ExactDecimal, to html: inout PageOutput) {
    let isShort = share.rounded(to: 3, .halfEven) == share
    numbers.appendPercent(share, places: isShort ? 1 : 2, to: &html)
  }

  /// Appends the plain digits of a figure between quotes, for sorting in place; nothing for other
  /// cells.
  func append(sortValueOf cell: Cell, as attribute: StaticString, to html: inout PageOutput) {
    switch cell {
    case .count(let count): append(DecimalDigits(count), as: attribute, to: &html)
    case .quantity(let quantity):
      guard let number = quantity.number else {
        html.write(attribute)
        return html.write("Infinity\"")
      }
      append(DecimalDigits(number), as: attribute, to: &html)
    case .ratio(let number), .decimal(let number):
      append(number.digits, as: attribute, to: &html)
    case .money(let amount, let currency):
      guard let digits = amount.minorUnitDigits(in: currency) else { return }
      append(digits, as: attribute, to: &html)
    case .date(let date):
      html.write(attribute)
      html.append(date)
      html.write("\"")
    case .month(let month):
      guard !month.isEmpty else { return }
      html.write(attribute)
      html.append(markup: month)
      html.write("\"")
    case .words(let words): append(DecimalDigits(words.count), as: attribute, to: &html)
    default: return
    }
  }

  private func append(
    _ digits: DecimalDigits, as attribute: StaticString, to html: inout PageOutput
  ) {
    html.write(attribute)
    html.append(plain: digits)
    html.write("\"")
  }
}
