import CalendarDates
public import ExactNumbers

/// The columns of a table while it is put together: a shard, or shards that were merged.
public struct TableContents: Sendable {
  struct Extra: Sendable {
    let name: String
    var codes: [UInt32]
    var dictionary: TextDictionary
  }

  /// Which table.
  public let table: TableID
  /// How many rows.
  public internal(set) var count: Int
  /// The texts of ids by domain; emptied when merged into those of the data set.
  public internal(set) var domains: [TextDictionary]
  /// Which rows count.
  public internal(set) var rows: RowSet
  /// Which rows came from which file.
  public internal(set) var files: [FileRows]

  var columns: [ColumnStorage]
  var dictionaries: [TextDictionary?]
  var extra: [Extra]
  var lines: [UInt32]
  var offsets: [UInt64]

  init(
    table: TableID, count: Int, columns: [ColumnStorage], dictionaries: [TextDictionary?],
    domains: [TextDictionary], extra: [Extra], lines: [UInt32], offsets: [UInt64],
    files: [FileRows]
  ) {
    self.table = table
    self.count = count
    self.columns = columns
    self.dictionaries = dictionaries
    self.domains = domains
    self.extra = extra
    self.lines = lines
    self.offsets = offsets
    self.files = files
    rows = RowSet(all: count)
  }

  /// Where each row comes from: line and byte offset of its record.
  public func place(of row: Int) -> (line: Int, offset: Int) {
    (Int(lines[row]), Int(offsets[row]))
  }

  /// Says of which entry of the data set's files all rows are.
  public mutating func relabel(file: Int) {
    files = files.map { FileRows(file: file, rows: $0.rows, given: $0.given) }
  }

  /// Takes a row out of those that count.
  public mutating func remove(_ row: Int) {
    rows.remove(row)
  }

  /// Replaces the shard's codes of ids by those of the data set, in whose dictionaries they now are.
  public mutating func adopt(_ shared: inout [TextDictionary]) {
    let maps = domains.indices.map { domain in shared[domain].merge(domains[domain]) }
    for (index, column) in table.schema.columns.enumerated() {
      guard case .id(let domain) = column.type, case .text(let codes) = columns[index] else {
        continue
      }
      columns[index] = .text(Self.recoded(codes, by: maps[domain.rawValue]))
    }
    domains = []
  }

  /// Appends the rows of a later shard of the same table. Both have adopted the shared dictionaries.
  public mutating func append(_ other: TableContents) {
    precondition(other.table == table, "shards of one table are put together")
    for index in columns.indices { append(other, column: index) }
    appendExtra(of: other)
    files += other.files.map { files in
      FileRows(
        file: files.file, rows: files.rows.lowerBound + count..<files.rows.upperBound + count,
        given: files.given)
    }
    lines += other.lines
    offsets += other.offsets
    count += other.count
    rows = RowSet(all: count)
  }

  /// Appends one column in place: nothing else holds the cells while they grow, so that a table of
  /// thousands of files is not copied for each of them.
  private mutating func append(_ other: TableContents, column: Int) {
    let own = columns[column]
    columns[column] = .flag([])
    switch (consume own, other.columns[column]) {
    case (.text(var left), .text(let right)):
      if var texts = dictionaries[column], let others = other.dictionaries[column] {
        dictionaries[column] = nil
        left += Self.recoded(right, by: texts.merge(others))
        dictionaries[column] = texts
      } else {
        left += right
      }
      columns[column] = .text(left)
    case (.date(var left), .date(let right)):
      left += right
      columns[column] = .date(left)
    case (.amount(var left), .amount(let right)):
      left.append(contentsOf: right)
      columns[column] = .amount(left)
    case (.whole(var left), .whole(let right)):
      left += right
      columns[column] = .whole(left)
    case (.currency(var left), .currency(let right)):
      left += right
      columns[column] = .currency(left)
    case (.flag(var left), .flag(let right)):
      left += right
      columns[column] = .flag(left)
    default: preconditionFailure("columns of one table have one type")
    }
  }

  private mutating func appendExtra(of other: TableContents) {
    for index in extra.indices where !other.extra.contains(where: { $0.name == extra[index].name })
    {
      extra[index].codes += Array(repeating: TextDictionary.none, count: other.count)
    }
    for added in other.extra {
      if let index = extra.firstIndex(where: { $0.name == added.name }) {
        let map = extra[index].dictionary.merge(added.dictionary)
        extra[index].codes += Self.recoded(added.codes, by: map)
      } else {
        let none = Array(repeating: TextDictionary.none, count: count)
        extra.append(
          Extra(name: added.name, codes: none + added.codes, dictionary: added.dictionary))
      }
    }
  }

  private static func recoded(_ codes: [UInt32], by map: [UInt32]) -> [UInt32] {
    codes.map { $0 == TextDictionary.none ? $0 : map[Int($0)] }
  }
}

extension TableContents {
  /// The columns that make up the key, each as one number a row; nil where a cell is not given.
  public func keyPart(_ column: Int, _ row: Int) -> UInt64 {
    switch columns[column] {
    case .text(let codes): UInt64(codes[row])
    case .date(let days): UInt64(UInt32(bitPattern: days[row]))
    case .whole(let numbers): UInt64(bitPattern: numbers[row])
    case .currency(let places): UInt64(places[row])
    case .flag(let flags): UInt64(flags[row])
    case .amount: preconditionFailure("an amount is no key")
    }
  }

  /// True when two rows have the same cells in every column.
  public func isCopy(_ left: Int, _ right: Int) -> Bool {
    columns.allSatisfy { column in
      switch column {
      case .text(let codes): codes[left] == codes[right]
      case .date(let days): days[left] == days[right]
      case .amount(let amounts): amounts[left] == amounts[right]
      case .whole(let numbers): numbers[left] == numbers[right]
      case .currency(let places): places[left] == places[right]
      case .flag(let flags): flags[left] == flags[right]
      }
    } && extra.allSatisfy { $0.codes[left] == $0.codes[right] }
  }

  /// The cell codes of a text or id column, for steps that see all files.
  public func codes(_ column: Int) -> [UInt32] {
    guard case .text(let codes) = columns[column] else { return [] }
    return codes
  }

  /// Puts other codes into an id column.
  public mutating func setCodes(_ column: Int, _ codes: [UInt32]) {
    precondition(codes.count == count, "a column is as long as its table")
    columns[column] = .text(codes)
  }

  /// Adds to the whole numbers of a column.
  public mutating func shiftNumbers(of name: String, by offset: Int) {
    guard offset > 0, let column = table.schema.index(of: name),
      case .whole(let numbers) = columns[column]
    else { return }
    columns[column] = .whole(
      numbers.map { $0 == WholeColumn.none ? $0 : $0 + Int64(offset) })
  }

  /// The amounts of a column.
  public func amounts(_ column: Int) -> AmountColumn? {
    guard case .amount(let amounts) = columns[column] else { return nil }
    return amounts
  }

  /// The currencies of a column, by place in the currency list.
  public func currencies(_ column: Int) -> [UInt16] {
    guard case .currency(let places) = columns[column] else { return [] }
    return places
  }

  /// Puts other currencies into a column.
  public mutating func setCurrencies(_ column: Int, _ places: [UInt16]) {
    precondition(places.count == count, "a column is as long as its table")
    columns[column] = .currency(places)
  }
}

extension TableContents {
  /// The texts of the first column, which is the key that other tables refer to.
  public var keys: [String] {
    guard case .id(let domain) = table.schema.columns.first?.type,
      case .text(let codes) = columns[0], !domains.isEmpty
    else { return [] }
    return codes.compactMap { code in
      code == TextDictionary.none ? nil : domains[domain.rawValue].text(of: Int(code))
    }
  }
}

extension TableContents {
  /// The newest day up to `limit` in the date columns of some rows; nil without one.
  public func newestDay(in rows: Range<Int>, upTo limit: Int32) -> Int32? {
    var newest: Int32?
    for case .date(let days) in columns {
      for row in rows where days[row] != DateColumn.none && days[row] <= limit {
        newest = max(newest ?? days[row], days[row])
      }
    }
    return newest
  }
}

extension TableContents {
  /// A cell as text, for messages; nil when not given. Ids are looked up in the shared dictionaries.
  public func text(_ column: Int, _ row: Int, _ domains: [TextDictionary]) -> String? {
    let schema = table.schema.columns[column]
    switch columns[column] {
    case .text(let codes):
      guard codes[row] != TextDictionary.none else { return nil }
      if case .id(let domain) = schema.type {
        return domains[domain.rawValue].text(of: Int(codes[row]))
      }
      return dictionaries[column]?.text(of: Int(codes[row]))
    case .date(let days):
      return days[row] == DateColumn.none ? nil : CalendarDate(days: days[row]).description
    case .amount(let amounts): return amounts[row]?.description
    case .whole(let numbers):
      return numbers[row] == WholeColumn.none ? nil : "\(numbers[row])"
    case .currency(let places):
      return places[row] == CurrencyColumn.none ? nil : Currency(listIndex: places[row]).code
    case .flag(let places):
      guard places[row] != FlagColumn.none else { return nil }
      guard case .word(let words) = schema.type else { return places[row] == 1 ? "true" : "false" }
      return words[Int(places[row])]
    }
  }

  /// The amounts of a row by column name, with its currency; empty when it has none.
  public func money(of row: Int) -> [String: Money] {
    guard let column = table.schema.index(of: "currency"),
      case .currency(let places) = columns[column], places[row] != CurrencyColumn.none
    else { return [:] }
    let currency = Currency(listIndex: places[row])
    var result: [String: Money] = [:]
    for (index, schema) in table.schema.columns.enumerated() where schema.type == .amount {
      if case .amount(let amounts) = columns[index], let amount = amounts[row] {
        result[schema.name] = Money(amount, currency)
      }
    }
    return result
  }
}
