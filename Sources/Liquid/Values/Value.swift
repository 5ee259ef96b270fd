public import CalendarDates
public import ExactNumbers

/// A value that a template works with.
///
/// The program hands values in and filters hand values on. Text is not escaped; `markup` is. A whole
/// number is `number`; a `decimal` always prints with a decimal mark (`4.0`), as the language does.
public enum Value: Sendable {
  /// Not known, or not there.
  case `nil`
  /// True or false.
  case flag(Bool)
  /// A whole number.
  case number(Int)
  /// An exact decimal number.
  case decimal(ExactDecimal)
  /// Plain text, escaped when a page prints it.
  case text(String)
  /// Text that is finished for the page: it is printed as it is.
  case markup(String)
  /// A day.
  case date(CalendarDate)
  /// An amount of one currency.
  case money(Money)
  /// Amounts of several currencies, side by side.
  case moneyBag(MoneyBag)
  /// Values in order.
  case list(ValueList)
  /// Named values.
  case record(Record)
  /// The whole numbers from the first to the last, which both belong to it; none when first > last.
  case range(Int, Int)
  /// The word `empty`: equal to text, lists and records without content.
  case empty
  /// The word `blank`: equal to what is empty, only white space, nil or false.
  case blank
}

extension Value {
  /// Values in order.
  public static func list(_ values: [Value]) -> Value { .list(ValueList(values)) }

  /// False for nil and false; everything else is true, also 0 and empty text.
  public var isTruthy: Bool {
    switch self {
    case .nil, .flag(false): false
    default: true
    }
  }

  var isNil: Bool {
    if case .nil = self { true } else { false }
  }

  /// The text of `text` and `markup`, and of the words `empty` and `blank`; nil for other values.
  var textOrNil: String? {
    switch self {
    case .text(let text), .markup(let text): text
    case .empty, .blank: ""
    default: nil
    }
  }

  /// The kind of value in words, for messages.
  var kind: String {
    switch self {
    case .nil: "nil"
    case .flag: "a flag"
    case .number, .decimal: "a number"
    case .text, .markup, .empty, .blank: "text"
    case .date: "a date"
    case .money, .moneyBag: "an amount of money"
    case .list: "a list"
    case .record: "a record"
    case .range: "a range"
    }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  /// Makes `text`.
  public init(stringLiteral text: String) { self = .text(text) }

  /// Makes a `number`.
  public init(integerLiteral number: Int) { self = .number(number) }

  /// Makes a `flag`.
  public init(booleanLiteral flag: Bool) { self = .flag(flag) }

  /// Makes a `list`.
  public init(arrayLiteral values: Value...) { self = .list(values) }

  /// Makes a `record` whose keys keep this order.
  public init(dictionaryLiteral fields: (String, Value)...) { self = .record(Record(fields)) }

  /// Makes `nil`.
  public init(nilLiteral: ()) { self = .nil }
}
