import CalendarDates

/// What the cells of a file say about its way to write dates and decimals, counted over the whole
/// file.
///
/// A number or date that can be read in two ways decides nothing; one that can be read in one way
/// only is a witness. `Dialect` is decided by witnesses, never by what is likely.
struct FormatEvidence: Hashable, Sendable {
  /// The dates of one column.
  struct Dates: Hashable, Sendable {
    /// How many are written YYYY-MM-DD.
    var plain = 0
    /// The others.
    var slashed = ReadingCounts<DateOrder>()

    /// Most of them are not written YYYY-MM-DD.
    var isSlashed: Bool { slashed.total > plain }
  }

  /// How many numbers have decimals that only a point explains, texts not kept.
  var plainDecimals = 0
  /// The numbers that are written otherwise, or can be read in two ways.
  private(set) var numbers = ReadingCounts<DecimalMark>()
  /// The dates by column of the schema.
  private(set) var dates: [Dates]
  private var hasNews = false

  /// No cell of a table with that many columns was seen yet.
  init(columns: Int) {
    dates = Array(repeating: Dates(), count: columns)
  }

  /// A date of the column was read that is written YYYY-MM-DD.
  mutating func notePlainDate(column: Int) {
    dates[column].plain += 1
  }

  /// So many dates of the column were read that are written YYYY-MM-DD.
  mutating func notePlainDates(_ count: Int, column: Int) {
    dates[column].plain += count
  }

  /// Looks at a date that is not written YYYY-MM-DD.
  mutating func noteOddDate(_ bytes: Span<UInt8>, column: Int) {
    guard let written = WrittenDate(bytes) else { return }
    var first: CalendarDate?
    var isTwofold = false
    for order in DateOrder.allCases {
      guard let date = written.date(order) else { continue }
      if let first, first != date { isTwofold = true }
      first = first ?? date
    }
    dates[column].slashed.note(
      isTwofold: isTwofold, text: String(decoding: bytes.copied, as: UTF8.self)
    ) { written.date($0) != nil }
    hasNews = true
  }

  /// Looks at a number in plain form that has exactly three decimals: `1.234` may be a thousand.
  ///
  /// Of money it is, for money has seldom three decimals, so the file must decide. Prices, rates and
  /// quantities have any number of decimals: there a point is what the schema says it is, as long as
  /// no other number of the file shows decimal commas.
  mutating func noteThreeDecimals(_ bytes: Span<UInt8>, isMoney: Bool) {
    let first = bytes[0] == UInt8(ascii: "-") ? 1 : 0
    if bytes.count - first > 7 || bytes[first] == UInt8(ascii: "0") {
      plainDecimals += 1
    } else if !isMoney || numbers.twofold != nil {
      numbers.noteReadableInEveryWay()
    } else {
      noteOddDecimal(bytes)
    }
  }

  /// Looks at a whole number that is not written in digits only.
  mutating func noteOddWhole(_ bytes: Span<UInt8>) {
    guard let written = WrittenNumber(bytes) else { return }
    let marks = DecimalMark.allCases.filter { mark in
      written.plain(mark)?.contains(UInt8(ascii: ".")) == false
    }
    guard marks.count == 1 else { return }
    numbers.note(isTwofold: false, text: String(decoding: bytes.copied, as: UTF8.self)) {
      marks.contains($0)
    }
    hasNews = true
  }

  /// Looks at a number that is not written in plain form, or can be read in two ways.
  mutating func noteOddDecimal(_ bytes: Span<UInt8>) {
    guard let written = WrittenNumber(bytes) else { return }
    var readings: [DecimalMark: [UInt8]] = [:]
    for mark in DecimalMark.allCases { readings[mark] = written.plain(mark) }
    // Groups set apart by blanks say nothing of the mark.
    guard readings.count != 2 || Set(readings.values).count == 2 else { return }
    numbers.note(
      isTwofold: readings.count == 2, text: String(decoding: bytes.copied, as: UTF8.self)
    ) { readings[$0] != nil }
    hasNews = true
  }

  /// Ends a record: what was noted stands on that line.
  mutating func endRecord(line: Int) {
    guard hasNews else { return }
    hasNews = false
    numbers.settle(line: line)
    for column in dates.indices { dates[column].slashed.settle(line: line) }
  }

  /// What several tables of one file say together.
  static func side(by tables: [FormatEvidence]) -> FormatEvidence {
    var result = FormatEvidence(columns: 0)
    for table in tables {
      result.plainDecimals += table.plainDecimals
      result.numbers.add(table.numbers)
      result.dates += table.dates
    }
    return result
  }

  /// Says that so many lines stand before the part of the file that was looked at.
  mutating func move(byLines count: Int) {
    numbers.move(byLines: count)
    for column in dates.indices { dates[column].slashed.move(byLines: count) }
  }

  /// Adds what a later part of the file says.
  mutating func add(_ later: FormatEvidence) {
    plainDecimals += later.plainDecimals
    numbers.add(later.numbers)
    for column in dates.indices {
      dates[column].plain += later.dates[column].plain
      dates[column].slashed.add(later.dates[column].slashed)
    }
  }
}
