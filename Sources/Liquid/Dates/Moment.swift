import CalendarDates

/// A day and a time of day, as text gave them, with the distance of their zone from UTC.
struct Moment {
  let date: CalendarDate
  /// Seconds since midnight.
  var seconds = 0
  /// Seconds that the zone is ahead of UTC.
  var offset = 0
  var nanoseconds = 0

  var hour: Int { seconds / 3600 }
  var minute: Int { seconds / 60 % 60 }
  var second: Int { seconds % 60 }

  /// Seconds since 1970-01-01 00:00 UTC.
  var epoch: Int { Int(date.days) * 86_400 + seconds - offset }

  init(_ date: CalendarDate) {
    self.date = date
  }

  /// That many seconds after 1970-01-01 00:00 UTC; nil outside the years 1 to 9999.
  init?(epoch: Int) {
    let days = epoch >= 0 ? epoch / 86_400 : -((86_399 - epoch) / 86_400)
    let date = CalendarDate(days: Int32(clamping: days))
    guard Int(date.days) == days, (1...9999).contains(date.components.year) else { return nil }
    self.date = date
    seconds = epoch - days * 86_400
  }
}
