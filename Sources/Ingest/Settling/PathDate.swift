import BillingModel
public import CalendarDates

extension TableReading {
  /// The day of the state that the file is, by its path or else by its records, as eight digits; nil
  /// without one.
  var stateDate: String? {
    PathDate.digits(in: file.path) ?? stateDay.map { $0.description.filter { $0 != "-" } }
  }
}

/// The day that a path names: `2026-03-01`, `2026_03_01` or `20260301`.
public enum PathDate {
  /// The last day that stands in the path; nil without one.
  public static func date(in path: String) -> CalendarDate? {
    digits(in: path).flatMap { date(ofDigits: $0) }
  }

  private static func date(ofDigits text: String) -> CalendarDate? {
    let digits = Array(text)
    return CalendarDate(
      String(digits[..<4]) + "-" + String(digits[4..<6]) + "-" + String(digits[6...]))
  }

  /// Its eight digits.
  static func digits(in path: String) -> String? {
    let digits = Array(path.utf8)
    var found: String?
    var index = 0
    while index < digits.count {
      let date = Self.day(digits[index...])
      if let date { found = date.text }
      index += date?.length ?? 1
      // Not in the middle of a longer number.
      if date == nil, index > 0, digits[index - 1] &- 48 < 10 {
        while index < digits.count, digits[index] &- 48 < 10 { index += 1 }
      }
    }
    return found
  }

  /// A date at the beginning of the bytes, behind which no digit stands.
  private static func day(_ bytes: ArraySlice<UInt8>) -> (text: String, length: Int)? {
    var numbers: [UInt8] = []
    var rest = bytes
    for length in [4, 2, 2] {
      let part = rest.prefix(length)
      guard part.count == length, part.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
      numbers += part
      rest = rest.dropFirst(length)
      if numbers.count < 8, let next = rest.first, "-_.".utf8.contains(next) {
        rest = rest.dropFirst()
      }
    }
    guard rest.first.map({ $0 &- 48 >= 10 }) ?? true else { return nil }
    let text = String(decoding: numbers, as: UTF8.self)
    let century = Int(numbers[0] - 48) * 10 + Int(numbers[1] - 48)
    guard (19...21).contains(century), date(ofDigits: text) != nil else { return nil }
    return (text, bytes.count - rest.count)
  }
}
