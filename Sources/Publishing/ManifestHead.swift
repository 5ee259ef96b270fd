/// What the manifest says about a build besides its files.
public struct ManifestHead: Hashable, Sendable {
  /// An input file.
  public struct Input: Hashable, Sendable {
    /// Its path as findings name it.
    public let path: String
    /// The SHA-256 of its bytes in hex.
    public let sha256: String
    /// How many rows it has, and what became of them.
    public let rows: RowCounts
    /// Its amounts, and what became of them.
    public let amounts: [Amounts]

    /// Describes an input.
    public init(path: String, sha256: String, rows: RowCounts, amounts: [Amounts] = []) {
      self.path = path
      self.sha256 = sha256
      self.rows = rows
      self.amounts = amounts
    }
  }

  /// The sums of one column of amounts in one currency, with all their digits; nil for a sum that does
  /// not fit.
  public struct Amounts: Hashable, Sendable {
    /// The table.
    public let table: String
    /// The column.
    public let column: String
    /// The currency's code.
    public let currency: String
    /// All rows whose amount and currency can be read, those in the reports, in quarantine, left out.
    public let sums: [String?]

    /// Describes the sums: in, accepted, quarantined, ignored.
    public init(table: String, column: String, currency: String, sums: [String?]) {
      self.table = table
      self.column = column
      self.currency = currency
      self.sums = sums
    }
  }

  /// Rows and what became of them.
  public struct RowCounts: Hashable, Sendable {
    /// All rows that came in.
    public let rowsIn: Int
    /// Rows in the reports.
    public let accepted: Int
    /// Rows in quarantine.
    public let quarantined: Int
    /// Rows that were left out.
    public let ignored: Int

    /// Describes what became of rows.
    public init(rowsIn: Int, accepted: Int, quarantined: Int, ignored: Int) {
      self.rowsIn = rowsIn
      self.accepted = accepted
      self.quarantined = quarantined
      self.ignored = ignored
    }
  }

  /// The program's version.
  public var version: String
  /// The build id.
  public var key: String
  /// The report date.
  public var asOf: String
  /// The SHA-256 of the configuration; nil without one.
  public var configSHA256: String?
  /// The SHA-256 of the theme.
  public var themeSHA256: String
  /// What names the state of the history; nil without one.
  public var historyKey: String?
  /// The input files.
  public var inputs: [Input] = []
  /// All rows.
  public var rows = RowCounts(rowsIn: 0, accepted: 0, quarantined: 0, ignored: 0)
  /// The rows of each table, by its name.
  public var tables: [String: RowCounts] = [:]
  /// The number of findings of each severity, by its name.
  public var findings: [String: Int] = [:]

  /// Describes a build of which no counts are known yet.
  public init(
    version: String, key: String, asOf: String, configSHA256: String?, themeSHA256: String,
    historyKey: String?
  ) {
    self.version = version
    self.key = key
    self.asOf = asOf
    self.configSHA256 = configSHA256
    self.themeSHA256 = themeSHA256
    self.historyKey = historyKey
  }
}
