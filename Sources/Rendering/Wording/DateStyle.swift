internal import CalendarDates
internal import Liquid

/// The patterns of a language taken apart once, ready to write many dates.
struct DateStyle: Sendable {
  /// A part of a pattern: a text, or a number of the date in at least so many digits.
  private enum Part: Sendable {
    case text(String)
    case day(digits: Int)
    case month(digits: Int)
    case monthName([String])
    case year
  }

  private let day: [Part]
  private let month: [Part]

  init(_ pattern: DatePattern) {
    day = Self.parts(of: pattern.day, pattern)
    month = Self.parts(of: pattern.month, pattern)
  }

  private init(day: [Part], month: [Part]) {
    self.day = day
    self.month = month
  }

  /// The same style for HTML, where its words need no more escaping.
  var html: DateStyle { DateStyle(day: day.map(Self.escaped), month: month.map(Self.escaped)) }

  func text(_ date: CalendarDate) -> String {
    var output = PageOutput(reserving: 32)
    append(date, to: &output)
    return output.text()
  }

  /// A month given as `YYYY-MM`; other text as it is.
  func text(month: String) -> String {
    var output = PageOutput(reserving: 32)
    return append(month: month, to: &output) ? output.text() : month
  }

  /// Appends a day.
  func append(_ date: CalendarDate, to output: inout PageOutput) {
    let (year, month, day) = date.components
    for part in self.day {
      Self.append(part, year: year, month: month, day: day, to: &output)
    }
  }

  /// Appends a month given as `YYYY-MM`; false, and nothing is appended, for other text.
  func append(month text: String, to output: inout PageOutput) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"))
    guard parts.count == 2, let year = Int(Substring(parts[0])),
      let number = Int(Substring(parts[1])), (1...12).contains(number)
    else { return false }
    for part in month { Self.append(part, year: year, month: number, day: 1, to: &output) }
    return true
  }

  private static func append(
    _ part: Part, year: Int, month: Int, day: Int, to output: inout PageOutput
  ) {
    switch part {
    case .text(let text): output.append(markup: text)
    case .day(let digits): output.append(digits: UInt64(day.magnitude), width: digits)
    case .month(let digits): output.append(digits: UInt64(month.magnitude), width: digits)
    case .monthName(let names): output.append(markup: names[month - 1])
    case .year: output.append(digits: UInt64(year.magnitude), width: 4)
    }
  }
}

extension DateStyle {
  private static func parts(of text: String, _ pattern: DatePattern) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      rest = rest.dropFirst(run.count)
      parts.append(part(first, run.count, pattern) ?? .text(String(run)))
    }
    return parts
  }

  private static func part(
    _ letter: Character, _ width: Int, _ pattern: DatePattern
  ) -> Part? {
    switch (letter, width) {
    case ("d", 1...2): .day(digits: width)
    case ("M", 1...2): .month(digits: width)
    case ("M", 3): name(pattern.shortMonths)
    case ("M", 4): name(pattern.months)
    case ("y", 4): .year
    default: nil
    }
  }

  private static func name(_ names: [String]) -> Part {
    names.count == 12 ? .monthName(names) : .month(digits: 2)
  }

  private static func escaped(_ part: Part) -> Part {
    switch part {
    case .text(let text): .text(HTMLText.escaped(text))
    case .monthName(let names): .monthName(names.map { HTMLText.escaped($0) })
    case .day, .month, .year: part
    }
  }
}
