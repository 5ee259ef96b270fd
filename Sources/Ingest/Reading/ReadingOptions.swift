public import CSVReading
public import Compression

/// What the user says about how a file is to be read.
public struct ReadingOptions: Sendable {
  /// The delimiter; nil: decided by the file.
  public var delimiter: UInt8?
  /// The encoding; nil: decided by the file.
  public var encoding: TextEncoding?
  /// The name of the format; nil: decided by the file.
  public var format: String?
  /// The path of the input of which only the last state counts; nil: the files decide.
  public var pickFolder: String?
  /// All states count.
  public var takesAllStates = false
  /// The formats that are known.
  public var formats = FormatCatalog.builtIn
  /// The names of products that other files say.
  public var lookups = ProductLookups()
  /// The people that files of users list, when those were read before.
  public var people: KnownPeople?
  /// How numbers and dates are written, as far as it is said or decided.
  var dialect = Dialect()
  /// The cells that decided the dialect in an earlier reading of the file.
  var witnesses: [DialectWitness] = []
  /// How much is read at once.
  package var blocks = BlockSizes()
  /// Whether the SHA-256 of the file is computed while it is read.
  public var hashesFiles = false
  /// How far archives may expand.
  public var limits = ExpansionLimits()

  /// Nothing said.
  public init() {}

  /// The mark before decimals; nil: decided by the file.
  public var decimal: DecimalMark? {
    get { dialect.decimal }
    set {
      dialect.decimal = newValue
      dialect.isDecimalDecided = newValue != nil
    }
  }

  /// The order of dates that are not written YYYY-MM-DD; nil: decided by the file.
  public var dates: DateOrder? {
    get { dialect.dates }
    set {
      dialect.dates = newValue
      dialect.areDatesDecided = newValue != nil
    }
  }

  /// The same, in the dialect that those cells have decided.
  func reading(in dialect: Dialect, _ witnesses: [DialectWitness]) -> ReadingOptions {
    var options = self
    options.dialect = dialect
    options.witnesses = witnesses
    return options
  }
}
