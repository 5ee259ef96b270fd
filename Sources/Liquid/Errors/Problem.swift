/// Why a filter or a tag cannot do its work with these values. The facts, without a place.
///
/// The engine adds template, line and column. Filters and tags of the program throw `other` for
/// what the other cases do not say.
public enum Problem: Error, Hashable, Sendable {
  /// The divisor is zero.
  case divisionByZero
  /// A result is outside the range of numbers.
  case numberOutOfRange
  /// A whole number was needed; here is the text or the kind of what came.
  case notAWholeNumber(String)
  /// The value is of a kind that cannot be used here: what came, what was needed.
  case wrongKind(String, expected: String)
  /// Values of these kinds have no order: `text`, `a number`.
  case incomparable(String, String)
  /// Amounts of two currencies, by their codes.
  case differentCurrencies(String, String)
  /// The item has no properties, so this one cannot be selected.
  case cannotSelect(String)
  /// Text that is not in the encoding: its name.
  case badEncoding(String)
  /// `now` or `today` was asked for, and the environment has no date.
  case noDate
  /// Values nested deeper than this.
  case tooDeep(Int)
  /// A result larger than the limit on output bytes or steps.
  case tooLarge(Int)
  /// What a filter or tag of the program has to say, as a clause: `there is no report "x"`.
  case other(String)
}

extension Problem: CustomStringConvertible {
  /// The problem as a clause in English.
  public var description: String {
    switch self {
    case .divisionByZero: "a number is divided by zero"
    case .numberOutOfRange: "the result is out of the range of numbers"
    case .notAWholeNumber(let found): "expected a whole number, found '\(found)'"
    case .wrongKind(let found, let expected): "expected \(expected), found \(found)"
    case .incomparable(let left, let right): "\(left) and \(right) cannot be put in order"
    case .differentCurrencies(let left, let right):
      "amounts of \(left) and \(right) do not go together"
    case .cannotSelect(let property): "cannot select the property '\(property)'"
    case .badEncoding(let name): "the text is not valid \(name)"
    case .noDate: "'now' and 'today' need a date, and none was given"
    case .tooDeep(let limit): "values are nested deeper than \(limit)"
    case .tooLarge(let limit): "the result is larger than the limit of \(limit)"
    case .other(let clause): clause
    }
  }
}
