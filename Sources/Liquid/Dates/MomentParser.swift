import CalendarDates

/// Reads dates as people and programs write them, when they can mean one day only.
///
/// ISO 8601 (`2026-03-14T08:15:02.5+01:00`), `2026/03/14`, and a day, the name of a month and a
/// year in any order (`March 14, 2026`, `Sat, 14 Mar 2026 08:15 GMT`). Numbers alone with the day or
/// the month first are not read: nobody can say which is which.
struct MomentParser {
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var seconds = 0
  private var nanoseconds = 0
  private var offset = 0
  private var isAfternoon: Bool?

  static func moment(_ text: String) -> Moment? {
    guard text.utf8.count <= 64 else { return nil }
    var parser = MomentParser()
    let isBreak: (UInt8) -> Bool = { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ",") }
    for word in text.utf8.split(whereSeparator: isBreak) {
      guard parser.read(Array(word)) else { return nil }
    }
    return parser.moment
  }

  private var moment: Moment? {
    guard let year, let month, let day,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    var moment = Moment(date)
    moment.seconds = seconds
    moment.nanoseconds = nanoseconds
    moment.offset = offset
    if let isAfternoon {
      guard (1...12).contains(moment.hour) else { return nil }
      moment.seconds = seconds % 43_200 + (isAfternoon ? 43_200 : 0)
    }
    return moment
  }

  private mutating func read(_ word: [UInt8]) -> Bool {
    if word.contains(UInt8(ascii: ":")), !word.contains(where: { $0 | 32 == UInt8(ascii: "t") }) {
      return readTime(word[...])
    }
    if let first = word.first, first &- 48 < 10 { return readDigits(word) }
    return readName(word)
  }
}

extension MomentParser {
  /// `2026-03-14`, `2026/03/14`, `2026-03-14T08:15`, `2026`, `14`, `14th`.
  private mutating func readDigits(_ word: [UInt8]) -> Bool {
    let digits = word.prefix { $0 &- 48 < 10 }
    let rest = word.dropFirst(digits.count)
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return false }
    if digits.count == 4, let mark = rest.first,
      mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/")
    {
      return readNumericDate(word, mark)
    }
    if digits.count == 4, rest.isEmpty, year == nil {
      year = number
      return true
    }
    let ending = String(decoding: rest, as: UTF8.self).lowercased()
    if let isAfternoon = ["am": false, "pm": true][ending] {
      self.isAfternoon = isAfternoon
      seconds = number * 3600
      return (1...12).contains(number)
    }
    guard digits.count <= 2, ["", "st", "nd", "rd", "th"].contains(ending), day == nil else {
      return false
    }
    day = number
    return true
  }

  private mutating func readNumericDate(_ word: [UInt8], _ mark: UInt8) -> Bool {
    let isTime: (UInt8) -> Bool = { $0 | 32 == UInt8(ascii: "t") }
    let date = word.prefix { !isTime($0) }
    let parts = date.split(separator: mark, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.count <= 4 ? Int(String(decoding: part, as: UTF8.self)) : nil
    }
    guard parts.count == 3, numbers.count == 3, year == nil, month == nil, day == nil else {
      return false
    }
    (year, month, day) = (numbers[0], numbers[1], numbers[2])
    return date.count == word.count || readTime(word[(date.count + 1)...])
  }

  /// `08:15`, `08:15:02.5`, with `am`, `pm`, `Z` or `+01:00` behind it.
  private mutating func readTime(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word
    var parts: [Int] = []
    while parts.count < 3 {
      let digits = rest.prefix { $0 &- 48 < 10 }
      guard (1...2).contains(digits.count),
        let number = Int(String(decoding: digits, as: UTF8.self))
      else { return false }
      parts.append(number)
      rest = rest.dropFirst(digits.count)
      guard rest.first == UInt8(ascii: ":") else { break }
      rest.removeFirst()
    }
    guard parts.count >= 2, parts[0] < 24, parts[1] < 60, parts.count < 3 || parts[2] <= 60 else {
      return false
    }
    seconds = parts[0] * 3600 + parts[1] * 60 + (parts.count == 3 ? min(parts[2], 59) : 0)
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { $0 &- 48 < 10 }
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(digits.count + 1)
      let padded = digits.prefix(9) + [UInt8](repeating: 48, count: max(0, 9 - digits.count))
      nanoseconds = Int(String(decoding: padded, as: UTF8.self)) ?? 0
    }
    return rest.isEmpty || readName(Array(rest))
  }

  /// A month, a weekday (ignored), `am`, `pm`, or a zone.
  private mutating func readName(_ word: [UInt8]) -> Bool {
    if word.first == UInt8(ascii: "+") || word.first == UInt8(ascii: "-") {
      return readOffset(word)
    }
    var name = String(decoding: word, as: UTF8.self).lowercased()
    if name.hasSuffix(".") { name.removeLast() }
    switch name {
    case "z", "utc", "gmt": return true
    case "am", "pm":
      isAfternoon = name == "pm"
      return true
    default: break
    }
    guard name.utf8.count >= 3 else { return false }
    let matches: (String) -> Bool = { $0.lowercased().hasPrefix(name) }
    if let place = DateNames.months.firstIndex(where: matches) {
      guard month == nil else { return false }
      month = place + 1
      return true
    }
    return DateNames.weekdays.contains(where: matches)
  }

  private mutating func readOffset(_ word: [UInt8]) -> Bool {
    let digits = word.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 2 || digits.count == 4, digits.allSatisfy({ $0 &- 48 < 10 }),
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { return false }
    let minutes = digits.count == 2 ? number * 60 : number / 100 * 60 + number % 100
    guard minutes <= 15 * 60 else { return false }
    offset = (word.first == UInt8(ascii: "-") ? -60 : 60) * minutes
    return true
  }
}

/// The English names that `strftime` prints.
enum DateNames {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
}
