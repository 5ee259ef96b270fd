internal import CalendarDates

/// How a language writes days and months: a pattern of `d dd M MM MMM MMMM yyyy` and other text.
struct DatePattern: Hashable, Sendable {
  var day = "d MMM yyyy"
  var month = "MMM yyyy"
  /// Twelve names each.
  var months: [String] = []
  var shortMonths: [String] = []

  func text(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return write(self.day, year: year, month: month, day: day)
  }

  /// A month given as `YYYY-MM`; other text as it is.
  func text(month: String) -> String {
    let parts = month.split(separator: "-")
    guard parts.count == 2, let year = Int(parts[0]), let number = Int(parts[1]),
      (1...12).contains(number)
    else { return month }
    return write(self.month, year: year, month: number, day: 1)
  }

  private func write(_ pattern: String, year: Int, month: Int, day: Int) -> String {
    var result = ""
    var rest = pattern[...]
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      rest = rest.dropFirst(run.count)
      result += part(first, run.count, year: year, month: month, day: day) ?? String(run)
    }
    return result
  }

  private func part(
    _ letter: Character, _ width: Int, year: Int, month: Int, day: Int
  ) -> String? {
    switch (letter, width) {
    case ("d", 1): String(day)
    case ("d", 2): Self.twoDigits(day)
    case ("M", 1): String(month)
    case ("M", 2): Self.twoDigits(month)
    case ("M", 3): name(month, of: shortMonths)
    case ("M", 4): name(month, of: months)
    case ("y", 4): String(repeating: "0", count: 4 - String(year).utf8.count) + String(year)
    default: nil
    }
  }

  private func name(_ month: Int, of names: [String]) -> String {
    names.count == 12 ? names[month - 1] : Self.twoDigits(month)
  }

  private static func twoDigits(_ number: Int) -> String {
    (number < 10 ? "0" : "") + String(number)
  }
}
