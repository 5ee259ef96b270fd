internal import BillingModel
import CSVReading
import CalendarDates
public import Diagnostics
import ExactNumbers

/// What reading gave for one table of one file. Values only: `Settling` puts them together.
public struct TableReading: Sendable {
  /// The file, with its counts as far as the file alone tells them.
  var file: SourceFile
  /// The rows that can be used, when the table is known and the file was not refused.
  var contents: TableContents? {
    get { shards.first }
    set { shards = newValue.map { [$0] } ?? [] }
  }
  /// The same, one after the other, of a file that was read in parts.
  var shards: [TableContents] = []
  /// The records that cannot.
  var pending: [PendingRow] = []
  /// The keys that stand in records that cannot be used.
  var mentions: [String] = []
  /// What was found.
  var findings: [PlacedFinding] = []
  /// The cells that decided how numbers and dates are read.
  var witnesses: [DialectWitness] = []
  /// Its rows replace records in quarantine.
  var isCorrection = false
  /// The input of which only the last state counts; nil: the files decide.
  var pickFolder: String?
  /// All its states count, says the user.
  var takesAllStates = false
  /// The day of the state that the file is, as its records say.
  var stateDay: CalendarDate?
  /// Its line numbers are the places of records in the file.
  var hasOrdinals = false
  /// Its cells are looked up in the product names of other files.
  var usesLookups = false
  /// How its records are read again.
  var layout = RecordLayout()
}

/// A record that cannot be used, before the currency of its amounts is known.
struct PendingRow: Sendable {
  var line: Int
  let offset: Int
  let length: Int
  let rules: [RuleID]
  /// Its readable amounts by place in the schema.
  var amounts: [Int: ExactDecimal] = [:]
  /// The currency that stands in the record.
  var currency: Currency?
  /// The invoice whose currency counts when the record has none.
  var invoice: String?
  /// The amount columns, by place in the schema, that have something which cannot be read.
  var unread: Set<Int> = []
}

/// A finding and where the line it points at begins, so that an excerpt can be read.
public struct PlacedFinding: Sendable, Hashable {
  /// The finding.
  public var finding: Finding
  /// Which input it is about, by place in `IngestResult.inputs`; -1 for a place outside the inputs.
  var input = 0
  /// The byte of the file at which its line begins.
  var lineOffset = 0
  /// How many bytes the field has on that line.
  var length = 0
}

extension PlacedFinding {
  /// A finding about something that is no input, such as the configuration.
  public init(outsideInputs finding: Finding) {
    self.init(finding: finding, input: -1)
  }
}

/// How the records of a file are found and split again.
struct RecordLayout: Sendable {
  var input = 0
  var syntax = SourceFile.Syntax.csv
  var delimiter = UInt8(ascii: ",")
  var encoding = TextEncoding.utf8
  /// The text in which records are found again, when it is not that of the input: JSON in Windows-1252
  /// is turned into UTF-8 before it is read.
  var text: ByteSource?
  /// The byte at which the header begins.
  var start = 0
  /// The line before the header in which PowerShell names a type; nil without one.
  var typeLine: String?
  /// How its numbers and dates are written.
  var dialect = Dialect()
  /// The header's names.
  var names: [String] = []
  /// The place in the file of each column of the schema that it has.
  var sources: [Int: Int] = [:]

  /// The encoding of the bytes at hand: JSON in Windows-1252 is turned into UTF-8 as it is loaded.
  var textEncoding: TextEncoding {
    syntax != .csv && encoding == .windows1252 ? .utf8 : encoding
  }
}
