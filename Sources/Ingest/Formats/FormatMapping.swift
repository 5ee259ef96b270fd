public import BillingModel

/// A vendor's export as data: how it is recognised, and how its fields become rows of our tables.
///
/// One YAML file a format; `Sources/CFormats/README.md` documents its keys.
public struct FormatMapping: Sendable {
  /// The name by which `formats`, `inspect` and the configuration know it.
  public internal(set) var name: String
  /// What it is in a few words.
  public internal(set) var title = ""
  /// What a user should know of it: where it is exported, what it does not say.
  public internal(set) var about = ""
  /// Where its columns are documented.
  public internal(set) var source = ""
  /// The fields that must all be there, each with its other spellings.
  public internal(set) var recognise: [[String]] = []
  /// Fields that are known and become no column: kept with the row, without a note.
  public internal(set) var also: [String] = []
  /// What its rows become; the first is the table of its records.
  public internal(set) var tables: [MappedTable] = []

  /// The fields that its columns are made from.
  var paths: [FieldPath] = []
  /// Fields with which it is another format.
  var without: [String] = []
  /// The field with the day of the state that a file is; nil where none says.
  var state: FieldReference?
  /// How it writes numbers and dates.
  var dialect = Dialect()
  /// Words that mean "not given", besides those that always do.
  var nullWords: [String] = []

  init(name: String) {
    self.name = name
  }

  /// The name of the field with the day of the state that a file is.
  public var stateField: String? {
    guard case .record(let place) = state else { return nil }
    return paths[place].name
  }

  /// The place of that field when no column is made from it.
  var stateOnlyPath: Int? {
    guard case .record(let place) = state else { return nil }
    let isUsed = tables.contains { table in
      table.columns.contains { $0.expression.references.contains(.record(place)) }
    }
    return isUsed ? nil : place
  }

  /// True when its cells are looked up in the product names of other files.
  var usesLookups: Bool { tables.contains { $0.columns.contains { $0.expression.lookup != nil } } }
}

/// The rows of one table that the records of a format become.
public struct MappedTable: Sendable {
  /// What a record is taken apart by.
  enum Pieces: Sendable, Hashable {
    /// The elements of the first of these JSON arrays that is there.
    case elements([FieldPath])
    /// The pieces of a text between plus signs that no blanks surround.
    case plusSigns(Int)
  }

  /// Which rows are made: those whose field has one of these texts; nil: any text.
  struct Condition: Sendable {
    let field: FieldReference
    let texts: TextChoice<Bool>?
  }

  /// Which table.
  public let table: TableID
  /// Its columns.
  public internal(set) var columns: [MappedColumn] = []
  /// What a record is taken apart by; nil: a record is a row.
  var pieces: Pieces?
  var conditions: [Condition] = []
  /// Rows that do not have these are left out.
  var exclusions: [Condition] = []
  /// The fields of a piece that columns are made from.
  var itemPaths: [FieldPath] = []
  /// The table is left out where the file has one of these fields.
  var without: [FieldPath] = []
  /// Sums over the rows of another export, which count where that is given.
  var isSummary = false
  /// A row that is there already is not made a second time.
  var isDistinct = false
}

/// One column of a mapped table.
public struct MappedColumn: Sendable {
  /// The name in our schema.
  public let name: String
  /// The fields it is made from, as the format writes them.
  public let fields: [String]
  /// Its place in the schema.
  let column: Int
  let expression: ColumnExpression
}

/// The name of a field, or the way to it through nested objects.
struct FieldPath: Hashable, Sendable {
  let name: String
  let parts: [String]

  init(_ name: String) {
    self.name = name
    parts = name.split(separator: ".").map(String.init)
  }
}

/// A field of the record, or of a piece of it.
enum FieldReference: Hashable, Sendable {
  /// By place in `FormatMapping.paths`.
  case record(Int)
  /// By place in `MappedTable.itemPaths`.
  case item(Int)
}
