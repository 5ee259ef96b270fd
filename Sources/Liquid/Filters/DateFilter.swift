import CalendarDates

/// The filter `date`: a day, or text that is a date, by a `strftime` format.
enum DateFilter {
  static func date(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    let format = try arguments[0].printed()
    guard !format.isEmpty, let moment = try moment(value, arguments) else { return value }
    return .text(try DateFormat.string(moment, format))
  }

  /// The moment that a value means; nil when it means none.
  private static func moment(
    _ value: Value, _ arguments: Arguments
  ) throws(Problem) -> Moment? {
    switch value {
    case .date(let date): return Moment(date)
    case .number(let seconds): return Moment(epoch: seconds)
    default: break
    }
    guard let text = value.textOrNil, !text.isEmpty else { return nil }
    if ["now", "today"].contains(text.lowercased()) {
      guard let today = arguments.today else { throw .noDate }
      return Moment(today)
    }
    if text.utf8.allSatisfy({ $0 &- 48 < 10 }) { return Int(text).flatMap { Moment(epoch: $0) } }
    return MomentParser.moment(text)
  }
}
