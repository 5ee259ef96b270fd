import CalendarDates

/// A date of three numbers as a person writes it: `31/01/2026`, `1.31.26`, `2026-1-31 0:00`.
///
/// A year of two digits is of this century. A time after the date is left out.
struct WrittenDate: Sendable {
  private typealias Part = (number: Int, width: Int)

  private let first: Part
  private let second: Part
  private let third: Part

  /// Nil when the bytes are not three numbers with one kind of `/`, `.` or `-` between them.
  init?(_ bytes: Span<UInt8>) {
    var index = 0
    guard let first = Self.part(bytes, &index), index < bytes.count,
      Self.isSeparator(bytes[index])
    else { return nil }
    let separator = bytes[index]
    index += 1
    guard let second = Self.part(bytes, &index), index < bytes.count, bytes[index] == separator
    else { return nil }
    index += 1
    guard let third = Self.part(bytes, &index), Self.isTime(bytes, from: index) else { return nil }
    (self.first, self.second, self.third) = (first, second, third)
  }

  /// A number of up to five digits.
  private static func part(_ bytes: Span<UInt8>, _ index: inout Int) -> Part? {
    let first = index
    var number = 0
    while index < bytes.count, bytes[index] &- 48 < 10, index - first < 5 {
      number = number * 10 + Int(bytes[index] &- 48)
      index += 1
    }
    return index > first ? (number, index - first) : nil
  }

  /// The date when its parts have that order; nil when there is no such day.
  func date(_ order: DateOrder) -> CalendarDate? {
    let (year, month, day) =
      switch order {
      case .dayMonthYear: (third, second, first)
      case .monthDayYear: (third, first, second)
      case .yearMonthDay: (first, second, third)
      }
    guard month.width <= 2, day.width <= 2 else { return nil }
    switch year.width {
    case 4: return CalendarDate(year: year.number, month: month.number, day: day.number)
    case 2: return CalendarDate(year: 2000 + year.number, month: month.number, day: day.number)
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
