import CalendarDates

extension CalendarDate {
  /// True when both days are given and the first is earlier.
  static func isGiven(_ day: CalendarDate?, before other: CalendarDate?) -> Bool {
    guard let day, let other else { return false }
    return day < other
  }
}
