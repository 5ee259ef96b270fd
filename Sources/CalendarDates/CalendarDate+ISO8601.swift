extension CalendarDate {
  /// Reads `YYYY-MM-DD`, or a full ISO 8601 time whose date as written is taken.
  ///
  /// After the date may stand `T` or a blank and a time `hh:mm[:ss[.fraction]]` with `Z` or an
  /// offset `±hh:mm` or without. Anything else is nil; the zone never moves the date.
  public init?(iso8601 bytes: Span<UInt8>) {
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    var year = 0
    var month = 0
    var day = 0
    for index in 0..<10 where index != 4 && index != 7 {
      let digit = bytes[index] &- 48
      guard digit < 10 else { return nil }
      if index < 4 {
        year = year * 10 + Int(digit)
      } else if index < 7 {
        month = month * 10 + Int(digit)
      } else {
        day = day * 10 + Int(digit)
      }
    }
    guard bytes.count == 10 || Self.isTime(bytes) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads `YYYY-MM-DD` or a full ISO 8601 time.
  public init?(_ text: some StringProtocol) {
    var bytes: [UInt8] = []
    bytes.append(contentsOf: text.utf8)
    guard let date = CalendarDate(iso8601: bytes.span) else { return nil }
    self = date
  }

  /// True when a time of day follows the date: `T08:15:02.5Z`.
  private static func isTime(_ bytes: Span<UInt8>) -> Bool {
    guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let hours = number(bytes, at: 11), hours <= 24, bytes.count >= 16,
      bytes[13] == UInt8(ascii: ":"), let minutes = number(bytes, at: 14), minutes < 60
    else { return false }
    var index = 16
    if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
      guard let seconds = number(bytes, at: index + 1), seconds <= 60 else { return false }
      index += 3
      if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
        let first = index + 1
        index = first
        while index < bytes.count, bytes[index] &- 48 < 10 { index += 1 }
        guard index > first else { return false }
      }
    }
    return isZone(bytes, at: index)
  }

  private static func isZone(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    if index == bytes.count { return true }
    if bytes[index] == UInt8(ascii: "Z") { return index + 1 == bytes.count }
    guard bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-"),
      let hours = number(bytes, at: index + 1), hours <= 14
    else { return false }
    if index + 3 == bytes.count { return true }
    let minutes = bytes[index + 3] == UInt8(ascii: ":") ? index + 4 : index + 3
    return minutes + 2 == bytes.count && (number(bytes, at: minutes) ?? 60) < 60
  }

  private static func number(_ bytes: Span<UInt8>, at index: Int) -> Int? {
    guard index + 2 <= bytes.count, bytes[index] &- 48 < 10, bytes[index + 1] &- 48 < 10 else {
      return nil
    }
    return Int(bytes[index] &- 48) * 10 + Int(bytes[index + 1] &- 48)
  }
}
