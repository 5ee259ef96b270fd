public import CalendarDates
public import ExactNumbers

/// One input file (or one table of it) and what became of its rows.
public struct SourceFile: Sendable, Hashable {
  /// How the file's bytes are laid out.
  public enum Syntax: String, Sendable, Hashable {
    case csv, json, ndjson
  }

  /// The path relative to the input folder, with `/`; as given for a file given by name.
  public let path: String
  /// Which table it holds; nil when none was recognised.
  public var table: TableID?
  /// The name of the format it was recognised as; nil when unknown. `billfold` is our own.
  public var format: String?
  /// Why the table or format was recognised, or what came nearest; in English, for the command line.
  public var recognition = ""
  /// How its numbers and dates are written where that is not as the schema says, as settings of
  /// billfold.yaml, and the cell that decided it.
  public var dialect: [DialectNote] = []
  /// Its rows are sums over the rows of another export, and count where that is not given.
  public var isSummary = false
  /// How the bytes are laid out; nil when the file could not be read.
  public var syntax: Syntax?
  /// `utf-8`, `utf-8-bom` or `windows-1252`; nil when the file could not be read.
  public var encoding: String?
  /// The delimiter of CSV.
  public var delimiter: String?
  /// The header's own spelling.
  public var columns: [String] = []
  /// How many bytes the file has.
  public var byteCount = 0
  /// SHA-256 of its bytes in hex, when it was asked for.
  public var sha256: String?
  /// How many records it has.
  public var rowsIn = 0
  /// How many rows are in the reports.
  public var accepted = 0
  /// How many rows are in quarantine.
  public var quarantined = 0
  /// How many rows were left out because nothing knows their table.
  public var ignored = 0
  /// How many of the ignored rows were in quarantine and are replaced by corrections.
  public var corrected = 0
  /// The newest day in its date columns up to the report date; nil without one.
  public var newestDate: CalendarDate?
  /// The sums of its amounts.
  public var amounts: [AmountReconciliation] = []
  /// For each amount column how many rows have an amount or currency that cannot be read.
  public var unread: [String: Int] = [:]

  /// Names a file of which nothing is known yet.
  public init(path: String) {
    self.path = path
  }
}

/// How numbers or dates of a file are written, and the cell that decided it.
public struct DialectNote: Sendable, Hashable {
  /// The setting: `decimal: ","`, `dates: dmy`.
  public let setting: String
  /// The cell that can be read in no other way; nil when the format says it.
  public let text: String?
  /// The line of that cell.
  public let line: Int?

  /// Notes a decision.
  public init(setting: String, text: String?, line: Int?) {
    self.setting = setting
    self.text = text
    self.line = line
  }
}

/// What came in and what became of it, for one amount column and currency of a file.
public struct AmountReconciliation: Sendable, Hashable {
  /// The amount column.
  public let column: String
  /// The currency.
  public let currency: Currency
  /// The sum over the rows in the reports; nil when it does not fit.
  public let accepted: ExactDecimal?
  /// The sum over the rows in quarantine; nil when it does not fit.
  public let quarantined: ExactDecimal?
  /// The sum over the rows that were left out; nil when it does not fit.
  public let ignored: ExactDecimal?

  /// Makes the sums of one column and currency.
  public init(
    column: String, currency: Currency, accepted: ExactDecimal?, quarantined: ExactDecimal?,
    ignored: ExactDecimal? = .zero
  ) {
    self.column = column
    self.currency = currency
    self.accepted = accepted
    self.quarantined = quarantined
    self.ignored = ignored
  }

  /// The sum over all rows whose amount and currency can be read; nil when it does not fit.
  public var incoming: ExactDecimal? {
    guard let accepted, let quarantined, let ignored else { return nil }
    return accepted.adding(quarantined)?.adding(ignored)
  }
}

/// A record that no report uses, and why.
public struct QuarantinedRow: Sendable, Hashable {
  /// Where it begins.
  public let source: RowSource
  /// How many bytes the record has, its line break left out.
  public let length: Int
  /// Which table it was read for.
  public let table: TableID?
  /// The rules it broke, without repetition.
  public let rules: [String]
  /// The amounts of it that can be read, by column name.
  public let amounts: [String: Money]
  /// The amount columns in which something stands that cannot be read, or has no readable currency.
  public let unread: Set<String>

  /// Makes the note of a quarantined record.
  public init(
    source: RowSource, length: Int, table: TableID?, rules: [String],
    amounts: [String: Money] = [:], unread: Set<String> = []
  ) {
    self.source = source
    self.length = length
    self.table = table
    self.rules = rules
    self.amounts = amounts
    self.unread = unread
  }
}
