/// A decimal number as a count of 10⁻¹⁸, read and rounded the plain way.
struct Units: Hashable {
  var count: Int128

  static let scale = 18

  init(count: Int128) {
    self.count = count
  }

  init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" || $0 == "+" }.split(
      separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard decimals.utf8.count <= Self.scale else { return nil }
    let digits = parts[0] + decimals
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }), digits.utf8.count <= 38 else {
      return nil
    }
    var count: Int128 = 0
    for digit in digits.utf8 { count = count * 10 + Int128(digit - 48) }
    for _ in 0..<(Self.scale - decimals.utf8.count) {
      let next = count.multipliedReportingOverflow(by: 10)
      guard !next.overflow else { return nil }
      count = next.partialValue
    }
    self.count = isNegative ? -count : count
  }

  /// The exact text, without zeros at the end.
  var text: String {
    var digits = String(count.magnitude)
    while digits.count <= Self.scale { digits = "0" + digits }
    var decimals = digits.suffix(Self.scale)
    while decimals.last == "0" { decimals.removeLast() }
    let sign = count < 0 ? "-" : ""
    return sign + digits.dropLast(Self.scale) + (decimals.isEmpty ? "" : "." + decimals)
  }
}

/// An amount of money as a count of 36ths of 10⁻¹⁸: every billing frequency divides 36 months.
struct Share: Hashable, Comparable {
  var count: Int128

  static let zero = Share(count: 0)

  static func < (left: Share, right: Share) -> Bool { left.count < right.count }

  static func + (left: Share, right: Share) -> Share { Share(count: left.count + right.count) }

  static func * (left: Share, right: Int) -> Share { Share(count: left.count * Int128(right)) }

  /// A month's part of the price of `months` months.
  init(_ price: Units, months: Int) {
    count = price.count * Int128(36 / months)
  }

  init(count: Int128) {
    self.count = count
  }

  /// Rounded half to even to the currency's minor unit; no amount without a currency.
  func text(in currency: String?) -> String {
    guard let currency else { return "null" }
    let minor = currency == "JPY" ? 0 : currency == "KWD" ? 3 : 2
    var divisor: Int128 = 36
    for _ in 0..<(Units.scale - minor) { divisor *= 10 }
    var (whole, rest) = count.magnitude.quotientAndRemainder(dividingBy: UInt128(divisor))
    rest *= 2
    if rest > UInt128(divisor) || (rest == UInt128(divisor) && whole % 2 == 1) { whole += 1 }
    var digits = String(whole)
    while digits.count <= minor { digits = "0" + digits }
    let sign = count < 0 && whole > 0 ? "-" : ""
    return sign + (minor == 0 ? digits : digits.dropLast(minor) + "." + digits.suffix(minor))
  }
}

/// A day of the calendar, counted one after the other from 1900-01-01.
struct NaiveDay: Hashable, Comparable {
  let number: Int
  let text: String

  static func < (left: NaiveDay, right: NaiveDay) -> Bool { left.number < right.number }

  /// The date at the beginning of a text: `YYYY-MM-DD`, a time may follow.
  init?(_ text: String) {
    let day = text.prefix(10)
    guard text.utf8.count == 10 || text.dropFirst(10).hasPrefix("T") else { return nil }
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let date = Int(parts[2]), (1900...2199).contains(year), (1...12).contains(month),
      (1...Self.length(year, month)).contains(date)
    else { return nil }
    var number = date
    for earlier in 1900..<year { number += Self.isLeap(earlier) ? 366 : 365 }
    for earlier in 1..<month { number += Self.length(year, earlier) }
    self.number = number
    self.text = String(day)
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func length(_ year: Int, _ month: Int) -> Int {
    if month == 2 { return isLeap(year) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
