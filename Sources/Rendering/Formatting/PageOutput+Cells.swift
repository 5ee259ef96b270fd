internal import CalendarDates
internal import ExactNumbers
internal import Liquid

extension PageOutput {
  /// Appends text that may be broken before the `@` of an address.
  mutating func append(breakable text: String) {
    let bytes = text.utf8Span.span
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "@") {
      append(text: bytes, start..<index)
      write("<wbr>")
      start = index
    }
    append(text: bytes, start..<bytes.count)
  }

  /// Appends plain digits: `-1204.40`.
  mutating func append(plain digits: DecimalDigits) {
    if digits.isNegative { write("-") }
    append(digits.whole)
    guard digits.places > 0 else { return }
    write(".")
    append(digits: digits.decimals, width: digits.places)
  }

  /// Appends a day as `YYYY-MM-DD`.
  mutating func append(_ date: CalendarDate) {
    let (year, month, day) = date.components
    append(digits: UInt64(year.magnitude), width: 4)
    write("-")
    append(digits: UInt64(month.magnitude), width: 2)
    write("-")
    append(digits: UInt64(day.magnitude), width: 2)
  }

  /// Appends all digits of a number.
  mutating func append(_ number: UInt128) {
    guard let small = UInt64(exactly: number) else { return append(markup: String(number)) }
    append(digits: small)
  }

  /// Appends all digits of a number, with a separator between groups of three.
  mutating func append(_ number: UInt128, groupedBy separator: String) {
    guard number >= 1000 else { return append(number) }
    append(number / 1000, groupedBy: separator)
    append(markup: separator)
    append(digits: UInt64(truncatingIfNeeded: number % 1000), width: 3)
  }
}
