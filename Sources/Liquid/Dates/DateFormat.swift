import CalendarDates

/// Writes a moment by a `strftime` format, as the language's reference does.
///
/// Between `%` and the letter may stand flags (`-` no padding, `0` zeros, `_` blanks, `^` upper
/// case, `#` other case) and a width. An unknown directive stays as it is.
struct DateFormat {
  private let moment: Moment
  private var output: [UInt8] = []

  static func string(_ moment: Moment, _ format: String) throws(Problem) -> String {
    var writer = DateFormat(moment: moment)
    try writer.write(Array(format.utf8))
    return String(decoding: writer.output, as: UTF8.self)
  }

  private init(moment: Moment) {
    self.moment = moment
  }

  fileprivate struct Directive {
    var padding: UInt8?
    var isUnpadded = false
    var isUpper = false
    var isSwapped = false
    var width: Int?
    var colons = 0
  }

  private mutating func write(_ format: [UInt8]) throws(Problem) {
    var index = 0
    while index < format.count {
      guard format[index] == UInt8(ascii: "%") else {
        output.append(format[index])
        index += 1
        continue
      }
      var end = index + 1
      var directive = Directive()
      while end < format.count, try directive.take(format[end]) { end += 1 }
      if end < format.count, try write(format[end], directive) {
        index = end + 1
      } else {
        output.append(format[index])
        index += 1
      }
    }
  }
}

extension DateFormat.Directive {
  /// Takes a flag or a digit of the width.
  fileprivate mutating func take(_ byte: UInt8) throws(Problem) -> Bool {
    switch byte {
    case UInt8(ascii: "-"): isUnpadded = true
    case UInt8(ascii: "_"): padding = 32
    case UInt8(ascii: "^"): isUpper = true
    case UInt8(ascii: "#"): isSwapped = true
    case UInt8(ascii: ":"): colons += 1
    case UInt8(ascii: "0") where width == nil: padding = 48
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      width = (width ?? 0) * 10 + Int(byte - 48)
      guard (width ?? 0) <= 1024 else { throw .tooLarge(1024) }
    default: return false
    }
    return true
  }
}

extension DateFormat {
  /// Writes one directive; false when the letter is none.
  private mutating func write(
    _ letter: UInt8, _ directive: Directive
  ) throws(Problem) -> Bool {
    if let (number, width, padding) = number(letter) {
      pad(String(number), directive, width: width, with: padding)
    } else if let text = name(letter, directive) {
      pad(text, directive, width: 0, with: 32)
    } else if let format = combined(letter) {
      let part = try DateFormat.string(moment, format)
      pad(directive.isUpper ? part.uppercased() : part, directive, width: 0, with: 32)
    } else {
      return false
    }
    return true
  }

  private mutating func pad(
    _ text: String, _ directive: Directive, width: Int, with padding: UInt8
  ) {
    let width = directive.isUnpadded ? 0 : directive.width ?? width
    var bytes = Array(text.utf8)
    let fill = directive.padding ?? padding
    let missing = max(0, width - bytes.count)
    if bytes.first == UInt8(ascii: "-"), fill == 48 {
      output.append(bytes.removeFirst())
    }
    output.append(contentsOf: [UInt8](repeating: fill, count: missing))
    output.append(contentsOf: bytes)
  }

  /// Directives that are numbers, with their usual width and padding.
  private func number(_ letter: UInt8) -> (number: Int, width: Int, padding: UInt8)? {
    let (year, month, day) = moment.date.components
    let hour12 = (moment.hour + 11) % 12 + 1
    return switch UnicodeScalar(letter) {
    case "C": (year / 100, 2, 48)
    case "d": (day, 2, 48)
    case "e": (day, 2, 32)
    case "G": (isoWeek.year, 4, 48)
    case "g": (isoWeek.year % 100, 2, 48)
    case "H": (moment.hour, 2, 48)
    case "I": (hour12, 2, 48)
    case "j": (moment.date.dayOfYear, 3, 48)
    case "k": (moment.hour, 2, 32)
    case "l": (hour12, 2, 32)
    case "M": (moment.minute, 2, 48)
    case "m": (month, 2, 48)
    case "S": (moment.second, 2, 48)
    case "s": (moment.epoch, 1, 48)
    case "U": ((moment.date.dayOfYear + 6 - weekday) / 7, 2, 48)
    case "u": (moment.date.weekday, 1, 48)
    case "V": (isoWeek.week, 2, 48)
    case "W": ((moment.date.dayOfYear + 7 - moment.date.weekday) / 7, 2, 48)
    case "w": (weekday, 1, 48)
    case "Y": (year, 4, 48)
    case "y": (year % 100, 2, 48)
    default: nil
    }
  }

  /// 0 for Sunday to 6.
  private var weekday: Int { moment.date.weekday % 7 }

  /// The week of ISO 8601: the one with the year's first Thursday is number 1.
  private var isoWeek: (year: Int, week: Int) {
    let thursday = moment.date.adding(days: 4 - moment.date.weekday)
    return (thursday.components.year, (thursday.dayOfYear - 1) / 7 + 1)
  }

  /// Directives that are words or signs.
  private func name(_ letter: UInt8, _ directive: Directive) -> String? {
    let month = DateNames.months[moment.date.components.month - 1]
    let day = DateNames.weekdays[weekday]
    let half = moment.hour < 12 ? "am" : "pm"
    let text: String
    switch UnicodeScalar(letter) {
    case "A": text = day
    case "a": text = String(day.prefix(3))
    case "B": text = month
    case "b", "h": text = String(month.prefix(3))
    case "p": return directive.isSwapped ? half : half.uppercased()
    case "P": text = half
    case "L", "N": return fraction(directive, digits: letter == UInt8(ascii: "L") ? 3 : 9)
    case "Z": return moment.offset == 0 ? "UTC" : ""
    case "z": return zone(colons: directive.colons)
    case "n": return "\n"
    case "t": return "\t"
    case "%": return "%"
    default: return nil
    }
    return directive.isUpper || directive.isSwapped ? text.uppercased() : text
  }

  private func fraction(_ directive: Directive, digits: Int) -> String {
    let all = String(1_000_000_000 + moment.nanoseconds).dropFirst()
    let count = directive.width ?? digits
    return String(all.prefix(count)) + String(repeating: "0", count: max(0, count - 9))
  }

  private func zone(colons: Int) -> String {
    let minutes = abs(moment.offset) / 60
    let digits = String(10_000 + minutes / 60 * 100 + minutes % 60).dropFirst()
    let sign = moment.offset < 0 ? "-" : "+"
    return sign + digits.prefix(2) + (colons > 0 ? ":" : "") + digits.suffix(2)
  }

  /// Directives that stand for a format of others.
  private func combined(_ letter: UInt8) -> String? {
    switch UnicodeScalar(letter) {
    case "c": "%a %b %e %H:%M:%S %Y"
    case "D", "x": "%m/%d/%y"
    case "F": "%Y-%m-%d"
    case "R": "%H:%M"
    case "r": "%I:%M:%S %p"
    case "T", "X": "%H:%M:%S"
    case "v": "%e-%^b-%Y"
    case "+": "%a %b %e %H:%M:%S %Z %Y"
    default: nil
    }
  }
}
