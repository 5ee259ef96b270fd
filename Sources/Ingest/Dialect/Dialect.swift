/// The mark before the decimals of a number.
public enum DecimalMark: String, CaseIterable, Hashable, Sendable {
  /// `1234.50`, groups of thousands with commas, blanks or apostrophes.
  case point = "."
  /// `1234,50`, groups of thousands with points, blanks or apostrophes.
  case comma = ","
}

/// The order of the parts of a date that is not written YYYY-MM-DD.
public enum DateOrder: String, CaseIterable, Hashable, Sendable {
  /// `31/01/2026`
  case dayMonthYear = "dmy"
  /// `01/31/2026`
  case monthDayYear = "mdy"
  /// `2026/01/31`
  case yearMonthDay = "ymd"

  /// The order as a pattern for people.
  var pattern: String {
    switch self {
    case .dayMonthYear: "DD/MM/YYYY"
    case .monthDayYear: "MM/DD/YYYY"
    case .yearMonthDay: "YYYY/MM/DD"
    }
  }
}

/// How a file writes numbers and dates, as far as that is known.
struct Dialect: Hashable, Sendable {
  /// The mark before decimals; nil: not known yet, a point is tried.
  var decimal: DecimalMark?
  /// The file is written in two ways: groups of thousands are not read, for they might be decimals.
  var refusesGroups = false
  /// The order of dates that are not written YYYY-MM-DD; nil: not known yet.
  var dates: DateOrder?
  /// The columns whose dates have that order, by place in the schema; nil: all.
  var slashedColumns: Set<Int>?
  /// The mark was said by the user or decided by the whole file: what contradicts it is a bad cell.
  var isDecimalDecided = false
  /// The same for the order of dates.
  var areDatesDecided = false

  /// Numbers and dates as the schema says.
  static let plain = Dialect(decimal: .point, isDecimalDecided: true, areDatesDecided: true)

  /// True when it is that of the schema.
  var isPlain: Bool { self == .plain }

  /// What is not known here as the other one has it.
  func or(_ other: Dialect) -> Dialect {
    var result = self
    if decimal == nil { result.decimal = other.decimal }
    if dates == nil { result.dates = other.dates }
    return result
  }

  /// True when reading in this dialect gives what reading in the other one does.
  func readsAlike(_ other: Dialect) -> Bool {
    (decimal ?? .point) == (other.decimal ?? .point) && refusesGroups == other.refusesGroups
      && dates == other.dates
      && (dates == nil || slashedColumns == other.slashedColumns)
  }

  /// The order of the dates in a column.
  func order(ofColumn column: Int) -> DateOrder? {
    guard let slashedColumns else { return dates }
    return slashedColumns.contains(column) ? dates : nil
  }
}
