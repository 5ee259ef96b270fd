internal import BillingModel
internal import ExactNumbers
internal import Reporting

/// Writes cells as plain text in a language; nothing is escaped here and nothing is computed.
struct CellText: Sendable {
  /// Whether an amount names its currency.
  enum CurrencyMark: Hashable, Sendable {
    case shown
    /// The column's heading names it.
    case inHeading
  }

  let wording: Wording
  let numbers: NumberStyle

  init(_ wording: Wording, _ numbers: NumberStyle? = nil) {
    self.wording = wording
    self.numbers = numbers ?? wording.numbers
  }

  /// The text of a cell of that column; nil for what is unknown or does not apply.
  func text(_ cell: Cell, column: String, currency: CurrencyMark = .shown) -> String? {
    switch cell {
    case .missing, .notApplicable: nil
    case .text(let text): self.text(text, column: column)
    case .id(let id): id
    case .word(let word): self.word(word, column: column)
    case .count(let count): numbers.text(count)
    case .quantity(let quantity): self.quantity(quantity)
    case .ratio(let share): percent(share)
    case .decimal(let number): numbers.text(number)
    case .money(let amount, let code):
      amount.rounded(in: code).map { money($0, currency) }
    case .currency(let currency): currency.code
    case .date(let date): wording.dates.text(date)
    case .month(let month): wording.dates.text(month: month)
    case .flag(let flag): wording.text(flag ? "ui.yes" : "ui.no")
    case .words(let words): words.joined(separator: ", ")
    case .record(let fields):
      fields.map { field in
        word(field.name, column: column) + ": " + word(field.word, column: column)
      }.joined(separator: "; ")
    }
  }

  /// Free text; what is nearly a word of a list as the language says it.
  private func text(_ text: String, column: String) -> String {
    if column == "takeover" { return takeover(text) }
    let key = "value.\(column).\(text)"
    return column == "charge_type" && wording.has(key) ? wording.text(key) : text
  }

  /// A price with at least the decimals of its currency, and all of its own.
  func price(_ price: ExactDecimal, _ currency: Currency, _ mark: CurrencyMark) -> String {
    var digits = numbers.text(price)
    if let padded = price.rounded(to: currency.minorUnits, .halfEven), padded == price {
      digits = numbers.text(price, places: currency.minorUnits)
    }
    return mark == .shown ? digits + numbers.space + currency.code : digits
  }

  /// A word of a list as the language says it.
  func word(_ word: String, column: String) -> String {
    wording.text(firstOf: ["value.\(column).\(word)", "value.any.\(word)"])
  }

  /// A number of licences.
  func quantity(_ quantity: Quantity) -> String {
    quantity.number.map { numbers.text($0) } ?? wording.text("ui.unlimited")
  }

  /// A rounded amount.
  func money(_ money: Money, _ mark: CurrencyMark = .shown) -> String {
    let digits = numbers.text(money.amount, places: money.currency.minorUnits)
    return mark == .shown ? digits + numbers.space + money.currency.code : digits
  }

  /// An amount rounded to its minor unit; all its digits where the rounded one is out of range, for no
  /// amount may be left out.
  func amount(_ money: Money, _ mark: CurrencyMark = .shown) -> String {
    if let rounded = money.rounded { return self.money(rounded, mark) }
    let digits = numbers.text(money.amount)
    return mark == .shown ? digits + numbers.space + money.currency.code : digits
  }

  /// A share of at most four decimals as a percentage: all its digits, at least one.
  func percent(_ share: ExactDecimal) -> String {
    guard let short = share.rounded(to: 3, .halfEven), short == share else {
      return numbers.percent(share, places: 2)
    }
    return numbers.percent(share, places: 1)
  }

  /// assigned ÷ purchased with one decimal.
  func utilization(of row: TableRow) -> String? {
    guard let assigned = row["assigned"], let purchased = row["purchased"] else { return nil }
    return Self.utilization(assigned, purchased).map { numbers.percent($0, places: 1) }
  }

  /// assigned ÷ purchased, rounded once from the counts themselves to the decimals that are shown.
  static func utilization(_ assigned: Cell, _ purchased: Cell) -> ExactDecimal? {
    guard case .count(let assigned) = assigned, case .quantity(.count(let purchased)) = purchased,
      purchased > 0
    else { return nil }
    return ExactDecimal(assigned).divided(by: purchased, to: 3, .halfEven)
  }

  /// `move:ID`, `buy:N` or `none` as the language says it.
  func takeover(_ text: String) -> String {
    let parts = text.split(separator: ":", maxSplits: 1).map { String($0) }
    guard parts.count == 2 else { return word(text, column: "takeover") }
    let count = parts[0] == "buy" ? Int(parts[1]) : nil
    return wording.text("value.takeover." + parts[0], [("id", parts[1])], count: count)
  }
}
