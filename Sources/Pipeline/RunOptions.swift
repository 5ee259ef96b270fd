public import CalendarDates
public import Configuration
public import Ingest

/// What a run reads and how.
public struct RunOptions: Sendable {
  /// The files and folders to read.
  public var inputs: [String]
  /// The report date.
  public var asOf: CalendarDate
  /// How many threads may work at a time.
  public var jobs: Int
  /// The configuration.
  public var settings: Settings
  /// A folder of earlier exports, for rules that compare with them; nil without one.
  public var previous: String?
  /// The text of the configuration; nil without one.
  public var configuration: ConfigurationText?
  /// The vendors' formats that are known.
  public var formats = FormatCatalog.builtIn
  /// The SHA-256 of the user's own mapping files; nil without any.
  public var mappingsSHA256: String?
  /// Whether the SHA-256 of every input is computed.
  public var hashesFiles = false
  /// Told what is going on, in a few words.
  public var progress: @Sendable (String) -> Void = { _ in }

  /// Describes a run.
  public init(inputs: [String], asOf: CalendarDate, jobs: Int, settings: Settings) {
    self.inputs = inputs
    self.asOf = asOf
    self.jobs = max(1, jobs)
    self.settings = settings
  }

  /// How many processors this process may use.
  public static var processors: Int { Processors.count }
}
