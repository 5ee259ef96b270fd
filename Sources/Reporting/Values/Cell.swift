public import BillingModel
public import CalendarDates
public import ExactNumbers

/// What stands in one column of one row of a report or detail: a value, never its wording.
public enum Cell: Hashable, Sendable {
  /// Unknown: the exports do not say, or an exact sum does not fit.
  case missing
  /// Has no meaning here: the available licences of an Unlimited product.
  case notApplicable
  /// A name or other free text.
  case text(String)
  /// An id, kept letter for letter.
  case id(String)
  /// A word of a list in the schema's spelling; pages translate it.
  case word(String)
  /// A whole number of things.
  case count(Int)
  /// A whole number of licences, or Unlimited.
  case quantity(Quantity)
  /// A share with at most four decimals: 0.8333.
  case ratio(ExactDecimal)
  /// An exact number that is neither money nor a count, with all its digits: a unit price, a quantity of usage.
  case decimal(ExactDecimal)
  /// An exact amount; it is rounded when it is written.
  case money(ExactAmount, Currency)
  /// A currency.
  case currency(Currency)
  /// A day.
  case date(CalendarDate)
  /// A month as `YYYY-MM`.
  case month(String)
  /// True or false.
  case flag(Bool)
  /// Several words, sorted.
  case words([String])
  /// Named words in a fixed order.
  case record([CellField])
}

/// One named word of a record.
public struct CellField: Hashable, Sendable {
  /// The name, lower kebab case.
  public let name: String
  /// The word.
  public let word: String

  /// Names a word.
  public init(_ name: String, _ word: String) {
    self.name = name
    self.word = word
  }
}

extension Cell {
  /// The money rounded half-even to its minor unit; nil for other cells and out of range.
  public var roundedMoney: Money? {
    guard case .money(let amount, let currency) = self else { return nil }
    return amount.rounded(in: currency)
  }

  /// True for `missing` and `notApplicable`.
  public var isEmpty: Bool {
    switch self {
    case .missing, .notApplicable: true
    default: false
    }
  }

  static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .missing }
  static func id(_ id: String?) -> Cell { id.map { .id($0) } ?? .missing }
  static func word(_ word: (some Word)?) -> Cell { word.map { .word($0.rawValue) } ?? .missing }
  static func count(_ count: Int?) -> Cell { count.map { .count($0) } ?? .missing }
  static func date(_ date: CalendarDate?) -> Cell { date.map { .date($0) } ?? .missing }
  static func flag(_ flag: Bool?) -> Cell { flag.map { .flag($0) } ?? .missing }

  static func currency(_ currency: Currency?) -> Cell {
    currency.map { .currency($0) } ?? .missing
  }

  static func quantity(_ quantity: Quantity?) -> Cell {
    quantity.map { .quantity($0) } ?? .missing
  }

  static func decimal(_ number: ExactDecimal?) -> Cell {
    number.map { .decimal($0) } ?? .missing
  }

  static func money(_ amount: ExactAmount?, _ currency: Currency?) -> Cell {
    guard let amount, let currency else { return .missing }
    return .money(amount, currency)
  }
}
