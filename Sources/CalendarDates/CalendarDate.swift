/// A day of the Gregorian calendar, without time and time zone.
///
/// Stored as days since 1970-01-01; years 1 to 9999.
public struct CalendarDate: Hashable, Sendable {
  /// Days since 1970-01-01, negative before.
  public let days: Int32

  /// The day that many days after 1970-01-01.
  public init(days: Int32) {
    self.days = days
  }

  /// The day of that year (1…9999), month (1…12) and day; nil when the calendar has none.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, in: year)
    else { return nil }
    days = Self.count(year, month, day)
  }

  /// Year, month and day.
  public var components: (year: Int, month: Int, day: Int) {
    // Days are counted from 1 March of year 0 in eras of 400 years, so that leap days come last.
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * march + 2) / 5 + 1
    let month = march < 10 ? march + 3 : march - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day `count` days later (earlier when negative).
  public func adding(days count: Int) -> CalendarDate {
    CalendarDate(days: days + Int32(clamping: count))
  }

  /// How many days lie between `earlier` and this day; negative when `earlier` is later.
  public func days(since earlier: CalendarDate) -> Int {
    Int(days) - Int(earlier.days)
  }

  /// The month as `YYYY-MM`.
  public var month: String { String(description.utf8.prefix(7)) ?? description }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int { ((Int(days) + 3) % 7 + 7) % 7 + 1 }

  /// 1 for the first of January to 366.
  public var dayOfYear: Int {
    let year = components.year
    return Int(days) - Int(Self.count(year, 1, 1)) + 1
  }

  private static func count(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: Comparable, CustomStringConvertible {
  /// Orders by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.days < right.days
  }

  /// The day as `YYYY-MM-DD`.
  public var description: String {
    var text: [UInt8] = []
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the day as `YYYY-MM-DD`.
  public func append(to output: inout [UInt8]) {
    let (year, month, day) = components
    if (0...9999).contains(year) {
      Self.append(year / 100, to: &output)
      Self.append(year % 100, to: &output)
    } else {
      output.append(contentsOf: String(year).utf8)
    }
    output.append(UInt8(ascii: "-"))
    Self.append(month, to: &output)
    output.append(UInt8(ascii: "-"))
    Self.append(day, to: &output)
  }

  /// Appends a number below 100 as two digits.
  private static func append(_ number: Int, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
