/// The cells of one column: exact decimals, or numbers that the column's type gives a meaning.
enum ColumnStorage: Sendable {
  case numbers(PackedNumbers)
  case amount(AmountColumn)
}

/// A column that the table does not know, kept as text.
public struct ExtraColumn: Sendable {
  /// The header's own spelling.
  public let name: String
  /// Its cells.
  public let cells: TextColumn<FreeText>
}

/// Which rows came from one file: consecutive rows in the file's order.
public struct FileRows: Sendable {
  /// The index in `Dataset.files`.
  public let file: Int
  /// Its rows.
  public let rows: Range<Int>
  /// The columns of the schema that the file has, by place in the schema.
  public let given: Set<Int>
}

extension [FileRows] {
  /// The entry that has a row; the entries follow each other without gaps. O(log n).
  public func files(of row: Int) -> FileRows? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].rows.upperBound <= row { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].rows.contains(row) ? self[low] : nil
  }
}

/// Where a row comes from.
public struct RowSource: Hashable, Sendable {
  /// The index in `Dataset.files`.
  public let file: Int
  /// The line from 1 on which the record begins.
  public let line: Int
  /// The byte of the file at which the record begins.
  public let offset: Int

  /// Names a place.
  public init(file: Int, line: Int, offset: Int) {
    self.file = file
    self.line = line
    self.offset = offset
  }
}

/// Where the rows of a table come from, whatever its columns are.
struct RowOrigins: Sendable {
  let files: [FileRows]
  let places: ShardPlaces

  /// Where a row comes from. O(log number of files).
  func source(of row: Int) -> RowSource {
    let place = places[row]
    return RowSource(file: file(of: row), line: place.line, offset: place.offset)
  }

  /// The place of the row's file among all files. O(log number of files).
  func file(of row: Int) -> Int { files.files(of: row)?.file ?? 0 }
}

/// The rows of one table as columns. `Tag` says which table; its columns are properties.
public struct Table<Tag: TableTag>: Sendable {
  /// How many rows it has, those in quarantine as duplicates included.
  public let count: Int
  /// Which rows count.
  public let rows: RowSet
  /// Columns that the table does not know.
  public let extra: [ExtraColumn]
  /// The files that the rows came from, in order.
  public let files: [FileRows]

  let columns: [ColumnStorage]
  let dictionaries: [FinishedTexts?]
  let places: ShardPlaces

  init(_ contents: TableContents, domains: [FinishedTexts]) {
    count = contents.count
    rows = contents.rows
    files = contents.files
    columns = contents.columns
    places = contents.places
    extra = contents.extra.map { extra in
      ExtraColumn(
        name: extra.name,
        cells: TextColumn(codes: extra.codes, dictionary: FinishedTexts(extra.dictionary)))
    }
    dictionaries = Tag.id.schema.columns.enumerated().map { index, column in
      switch column.type {
      case .id(let domain): domains[domain.rawValue]
      case .text: contents.dictionaries[index].map { FinishedTexts($0) }
      default: nil
      }
    }
  }

  /// Where a row comes from. O(log number of files).
  public func source(of row: Int) -> RowSource { origins.source(of: row) }

  /// Where all rows come from.
  var origins: RowOrigins { RowOrigins(files: files, places: places) }

  /// True when the file that the row came from has the column.
  public func isGiven(_ column: String, in row: Int) -> Bool {
    guard let index = Tag.id.schema.index(of: column) else { return false }
    return files.files(of: row)?.given.contains(index) ?? false
  }

  /// True when any file of the table has the column.
  public func isGiven(_ column: String) -> Bool {
    guard let index = Tag.id.schema.index(of: column) else { return false }
    return files.contains { $0.given.contains(index) }
  }
}

/// Names a table for the type system.
public protocol TableTag: Sendable {
  /// Which table.
  static var id: TableID { get }
}

extension Table {
  private func place(_ name: String) -> Int {
    guard let index = Tag.id.schema.index(of: name) else {
      preconditionFailure("a column's accessor names a column of its table's schema")
    }
    return index
  }

  private func numbers(_ name: String) -> PackedNumbers {
    guard case .numbers(let numbers) = columns[place(name)] else {
      preconditionFailure("a column's accessor names a column of its type")
    }
    return numbers
  }

  func text<D: TextDomain>(_ name: String, _ domain: D.Type = D.self) -> TextColumn<D> {
    guard let dictionary = dictionaries[place(name)] else {
      preconditionFailure("a text column's accessor names a text column")
    }
    return TextColumn(codes: numbers(name), dictionary: dictionary)
  }

  func amount(_ name: String) -> AmountColumn {
    guard case .amount(let column) = columns[place(name)] else {
      preconditionFailure("an amount column's accessor names an amount column")
    }
    return column
  }

  func date(_ name: String) -> DateColumn { DateColumn(numbers: numbers(name)) }
  func whole(_ name: String) -> WholeColumn { WholeColumn(numbers: numbers(name)) }
  func quantity(_ name: String) -> QuantityColumn { QuantityColumn(numbers: numbers(name)) }
  func currency(_ name: String) -> CurrencyColumn { CurrencyColumn(places: numbers(name)) }
  func flag(_ name: String) -> FlagColumn { FlagColumn(flags: numbers(name)) }

  func word<W: Word>(_ name: String, _ type: W.Type = W.self) -> WordColumn<W> {
    WordColumn(places: numbers(name))
  }
}
