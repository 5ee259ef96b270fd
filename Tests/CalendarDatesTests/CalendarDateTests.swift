import CalendarDates
import TestSupport
import Testing

struct CalendarDateTests {
  @Test func everyDayOfFourCenturiesComesBack() throws {
    var day = try #require(CalendarDate(year: 1899, month: 12, day: 31))
    let end = try #require(CalendarDate(year: 2300, month: 1, day: 1))
    while day < end {
      let next = day.adding(days: 1)
      let (year, month, number) = next.components
      #expect(CalendarDate(year: year, month: month, day: number) == next)
      #expect(next.days(since: day) == 1)
      day = next
    }
  }

  @Test func epochIsDayZero() throws {
    let epoch = try #require(CalendarDate("1970-01-01"))
    #expect(epoch.days == 0)
    #expect(epoch.weekday == 4)
    #expect(CalendarDate("2026-01-31")?.description == "2026-01-31")
    #expect(CalendarDate("2026-01-31")?.month == "2026-01")
    #expect(CalendarDate("2024-12-31")?.dayOfYear == 366)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-01x",
    "2026-01-01T", "2026-01-01T25:00Z", "2026/01/01", "", "0000-01-01", "2026-01-01T08:00Q",
    "2026-01-01T08:60", "2026-01-01 8:00", "2026-01-01T08:00:00.Z",
  ])
  func isNoDate(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    "2026-01-31T23:59:59Z", "2026-01-31 08:15:02Z", "2026-01-31T08:15",
    "2026-01-31T08:15:02.123+05:30",
    "2026-01-31T08:15:02-0800", "2026-01-31T08:15:02+01",
  ])
  func timeIsCutOffWithoutZoneConversion(text: String) {
    #expect(CalendarDate(text)?.description == "2026-01-31")
  }
}
