import CalendarDates

/// A date of three numbers as a person writes it: `31/01/2026`, `1.31.26`, `2026-1-31 0:00`.
///
/// A year of two digits is of this century. A time after the date is left out.
struct WrittenDate: Hashable, Sendable {
  private let parts: [Int]
  private let widths: [Int]

  /// Nil when the bytes are not three numbers with one kind of `/`, `.` or `-` between them.
  init?(_ bytes: Span<UInt8>) {
    var parts: [Int] = []
    var widths: [Int] = []
    var separator: UInt8?
    var index = 0
    while true {
      let first = index
      var number = 0
      while index < bytes.count, bytes[index] &- 48 < 10, index - first < 5 {
        number = number * 10 + Int(bytes[index] &- 48)
        index += 1
      }
      guard index > first else { return nil }
      parts.append(number)
      widths.append(index - first)
      guard parts.count < 3 else { break }
      guard index < bytes.count, Self.isSeparator(bytes[index]),
        separator == nil || separator == bytes[index]
      else { return nil }
      separator = bytes[index]
      index += 1
    }
    guard Self.isTime(bytes, from: index) else { return nil }
    self.parts = parts
    self.widths = widths
  }

  /// The date when its parts have that order; nil when there is no such day.
  func date(_ order: DateOrder) -> CalendarDate? {
    let places =
      switch order {
      case .dayMonthYear: (year: 2, month: 1, day: 0)
      case .monthDayYear: (year: 2, month: 0, day: 1)
      case .yearMonthDay: (year: 0, month: 1, day: 2)
      }
    guard widths[places.month] <= 2, widths[places.day] <= 2 else { return nil }
    switch widths[places.year] {
    case 4:
      return CalendarDate(
        year: parts[places.year], month: parts[places.month], day: parts[places.day])
    case 2:
      return CalendarDate(
        year: 2000 + parts[places.year], month: parts[places.month], day: parts[places.day])
    default: return nil
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  /// True when nothing follows, or a blank or `T` and a time: `0:00`, `11:59:00 PM`.
  private static func isTime(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    guard start < bytes.count else { return true }
    guard bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "T") else {
      return false
    }
    var colons = 0
    for index in start + 1..<bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") { colons += 1 }
      let isPart =
        byte &- 48 < 10 || byte == UInt8(ascii: ":") || byte == UInt8(ascii: " ")
        || byte == UInt8(ascii: ".") || "APMZapm+-".utf8.contains(byte)
      guard isPart else { return false }
    }
    return colons > 0
  }
}
