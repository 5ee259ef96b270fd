/// The cells of one column, by type.
public enum ColumnStorage: Sendable {
  case text([UInt32])
  case date([Int32])
  case amount(AmountColumn)
  case whole([Int64])
  case currency([UInt16])
  case flag([UInt8])
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
  let dictionaries: [TextDictionary?]
  let lines: [UInt32]
  let offsets: [UInt64]

  init(_ contents: TableContents, domains: [TextDictionary]) {
    count = contents.count
    rows = contents.rows
    files = contents.files
    columns = contents.columns
    lines = contents.lines
    offsets = contents.offsets
    extra = contents.extra.map { extra in
      ExtraColumn(
        name: extra.name, cells: TextColumn(codes: extra.codes, dictionary: extra.dictionary))
    }
    dictionaries = Tag.id.schema.columns.enumerated().map { index, column in
      switch column.type {
      case .id(let domain): domains[domain.rawValue]
      case .text: contents.dictionaries[index]
      default: nil
      }
    }
  }

  /// Where a row comes from. O(log number of files).
  public func source(of row: Int) -> RowSource {
    let file = files.files(of: row)?.file ?? 0
    return RowSource(file: file, line: Int(lines[row]), offset: Int(offsets[row]))
  }

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

  func text<D: TextDomain>(_ name: String, _ domain: D.Type = D.self) -> TextColumn<D> {
    let index = place(name)
    guard case .text(let codes) = columns[index], let dictionary = dictionaries[index] else {
      preconditionFailure("a text column's accessor names a text column")
    }
    return TextColumn(codes: codes, dictionary: dictionary)
  }

  func date(_ name: String) -> DateColumn {
    guard case .date(let days) = columns[place(name)] else {
      preconditionFailure("a date column's accessor names a date column")
    }
    return DateColumn(days: days)
  }

  func amount(_ name: String) -> AmountColumn {
    guard case .amount(let column) = columns[place(name)] else {
      preconditionFailure("an amount column's accessor names an amount column")
    }
    return column
  }

  func whole(_ name: String) -> WholeColumn {
    guard case .whole(let numbers) = columns[place(name)] else {
      preconditionFailure("a number column's accessor names a number column")
    }
    return WholeColumn(numbers: numbers)
  }

  func quantity(_ name: String) -> QuantityColumn {
    guard case .whole(let numbers) = columns[place(name)] else {
      preconditionFailure("a quantity column's accessor names a quantity column")
    }
    return QuantityColumn(numbers: numbers)
  }

  func currency(_ name: String) -> CurrencyColumn {
    guard case .currency(let places) = columns[place(name)] else {
      preconditionFailure("a currency column's accessor names a currency column")
    }
    return CurrencyColumn(places: places)
  }

  func flag(_ name: String) -> FlagColumn {
    guard case .flag(let flags) = columns[place(name)] else {
      preconditionFailure("a flag column's accessor names a flag column")
    }
    return FlagColumn(flags: flags)
  }

  func word<W: Word>(_ name: String, _ type: W.Type = W.self) -> WordColumn<W> {
    guard case .flag(let places) = columns[place(name)] else {
      preconditionFailure("a word column's accessor names a word column")
    }
    return WordColumn(places: places)
  }
}
