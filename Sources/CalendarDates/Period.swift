/// A span of whole days; both ends belong to it.
public struct Period: Hashable, Sendable {
  /// The first day.
  public let first: CalendarDate
  /// The last day, not before the first.
  public let last: CalendarDate

  /// The days from `first` to `last`; nil when `last` is earlier.
  public init?(from first: CalendarDate, through last: CalendarDate) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// How many days it has, at least 1.
  public var length: Int { last.days(since: first) + 1 }

  /// True when the day lies in it.
  public func contains(_ day: CalendarDate) -> Bool {
    first <= day && day <= last
  }
}
