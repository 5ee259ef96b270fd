import CalendarDates
public import ExactNumbers

/// The columns of a table while it is put together: a shard, or shards that were merged.
public struct TableContents: Sendable {
  struct Extra: Sendable {
    let name: String
    var codes: PackedNumbers
    var dictionary: TextDictionary
  }

  /// Which table.
  public let table: TableID
  /// How many rows.
  public internal(set) var count: Int
  /// The texts of ids by domain; emptied when merged into those of the data set.
  public internal(set) var domains: [TextDictionary]
  /// The codes below which ids are those of the data set already, by domain.
  let baseCounts: [Int]
  /// Which rows count.
  public internal(set) var rows: RowSet
  /// Which rows came from which file.
  public internal(set) var files: [FileRows]

  var columns: [ColumnStorage]
  var dictionaries: [TextDictionary?]
  var extra: [Extra]
  var places: ShardPlaces

  init(
    table: TableID, count: Int, columns: [ColumnStorage], dictionaries: [TextDictionary?],
    domains: [TextDictionary], baseCounts: [Int], extra: [Extra], places: ShardPlaces,
    files: [FileRows]
  ) {
    self.table = table
    self.count = count
    self.columns = columns
    self.dictionaries = dictionaries
    self.domains = domains
    self.baseCounts = baseCounts
    self.extra = extra
    self.places = places
    self.files = files
    rows = RowSet(all: count)
  }

  /// Where each row comes from: line and byte offset of its record.
  public func place(of row: Int) -> (line: Int, offset: Int) {
    places[row]
  }

  /// Says of which entry of the data set's files all rows are.
  public mutating func relabel(file: Int) {
    files = files.map { FileRows(file: file, rows: $0.rows, given: $0.given) }
  }

  /// Says that so many lines stand before the part of the file that the rows are from.
  public mutating func move(byLines count: Int) {
    places.move(byLines: count)
  }

  /// Takes a row out of those that count.
  public mutating func remove(_ row: Int) {
    rows.remove(row)
  }
}

extension TableContents {
  /// The numbers of a column as they are stored, 0 where not given: two rows have the same cell when
  /// their numbers are equal. Empty for a column of amounts.
  func numbers(_ column: Int) -> PackedNumbers {
    guard case .numbers(let numbers) = columns[column] else { return PackedNumbers() }
    return numbers
  }

  /// Whether every row has a cell in a column.
  public func isGiven(_ column: Int) -> Bool {
    guard case .numbers(let numbers) = columns[column] else { return false }
    return !numbers.hasZero
  }

  /// A cell of the key as one number, 0 where not given.
  public func keyPart(_ column: Int, _ row: Int) -> UInt64 {
    guard case .numbers(let numbers) = columns[column] else {
      preconditionFailure("an amount is no key")
    }
    return numbers[row]
  }

  /// True when two rows have the same cells in every column.
  public func isCopy(_ left: Int, _ right: Int) -> Bool {
    columns.allSatisfy { column in
      switch column {
      case .numbers(let numbers): numbers[left] == numbers[right]
      case .amount(let amounts): amounts[left] == amounts[right]
      }
    } && extra.allSatisfy { $0.codes[left] == $0.codes[right] }
  }

  /// The code of a text or id of a row; nil when not given.
  public func code(_ column: Int, _ row: Int) -> UInt32? {
    let number = numbers(column)[row]
    return number == 0 ? nil : UInt32(number - 1)
  }

  /// The cell codes of a text or id column, `TextDictionary.none` where not given. O(rows).
  public func codes(_ column: Int) -> [UInt32] {
    let numbers = numbers(column)
    return (0..<numbers.count).map { UInt32(truncatingIfNeeded: numbers[$0] &- 1) }
  }

  /// Puts another code into an id column.
  public mutating func setCode(_ column: Int, _ row: Int, _ code: UInt32) {
    replace(column, row, by: UInt64(code) + 1)
  }

  /// Gives a row what it does not have and another row has, but for amounts and prices. Both are of
  /// this table.
  public mutating func fill(_ row: Int, from other: Int) {
    for column in columns.indices {
      guard case .numbers(let numbers) = columns[column], numbers[row] == 0, numbers[other] != 0
      else { continue }
      replace(column, row, by: numbers[other])
    }
  }

  /// A text of a column that the table does not know; nil when the row has none.
  public func extraText(_ name: String, _ row: Int) -> String? {
    guard let column = extra.first(where: { $0.name == name }) else { return nil }
    let number = column.codes[row]
    return number == 0 ? nil : column.dictionary.text(of: Int(number) - 1)
  }

  /// Adds to the whole numbers of a column.
  public mutating func shiftNumbers(of name: String, by offset: Int) {
    guard offset > 0, let column = table.schema.index(of: name) else { return }
    let numbers = WholeColumn(numbers: numbers(column))
    var shifted = PackedNumbers()
    for row in 0..<count {
      let number = numbers[row].map { Int64($0 + offset) }
      shifted.append(WholeColumn.stored(number ?? WholeColumn.none))
    }
    columns[column] = .numbers(shifted)
  }

  /// The amounts of a column.
  public func amounts(_ column: Int) -> AmountColumn? {
    guard case .amount(let amounts) = columns[column] else { return nil }
    return amounts
  }

  /// The currencies of a column, by place in the currency list; `UInt16.max` where not given. O(rows).
  public func currencies(_ column: Int) -> [UInt16] {
    let numbers = numbers(column)
    return (0..<numbers.count).map { UInt16(truncatingIfNeeded: numbers[$0] &- 1) }
  }

  /// The currencies of a column.
  public func currencyColumn(_ column: Int) -> CurrencyColumn {
    CurrencyColumn(places: numbers(column))
  }

  /// The sums of a column of amounts by currency over some rows that count, and how many of these have
  /// an amount but no currency.
  public func sums(
    _ column: Int, currency: Int, rows: Range<Int>
  ) -> (sums: MoneyBag, missing: Int) {
    guard case .amount(let amounts) = columns[column] else { return (MoneyBag(), 0) }
    var sums = AmountSums()
    sums.add(amounts, rows, of: self.rows, currencies: numbers(currency))
    return sums.finish()
  }

  /// Puts another currency into a row.
  public mutating func setCurrency(_ column: Int, _ row: Int, _ place: UInt16) {
    replace(column, row, by: UInt64(place) + 1)
  }

  private mutating func replace(_ column: Int, _ row: Int, by number: UInt64) {
    guard case .numbers(var numbers) = columns[column] else { return }
    columns[column] = .numbers(PackedNumbers())
    numbers.replace(row, by: number)
    columns[column] = .numbers(numbers)
  }

  /// The texts of the first column of a table that lists the ids of its domain.
  public var keys: [String] {
    guard case .id(let domain) = table.schema.columns.first?.type, !domains.isEmpty,
      baseCounts[domain.rawValue] == 0
    else { return [] }
    return codes(0).compactMap { code in
      code == TextDictionary.none ? nil : domains[domain.rawValue].text(of: Int(code))
    }
  }

  /// The newest day up to `limit` in the date columns of some rows, ends that were set beforehand left
  /// out; nil without one.
  public func newestDay(in rows: Range<Int>, upTo limit: Int32) -> Int32? {
    var newest: Int32?
    for (index, column) in table.schema.columns.enumerated()
    where column.type == .date && !Self.plannedDays.contains(column.name) {
      let day = DateColumn(numbers: numbers(index)).newest(in: rows, upTo: limit)
      if day > newest ?? DateColumn.none { newest = day }
    }
    return newest
  }
}

extension TableContents {
  /// Columns of days that lie ahead when a row is written: they say nothing of its age.
  private static let plannedDays: Set<String> = [
    "expires_on", "due_date", "card_expires_on", "service_end",
  ]

  /// A cell as text, for messages; nil when not given. Ids are looked up in the shared dictionaries.
  public func text(_ column: Int, _ row: Int, _ domains: [TextDictionary]) -> String? {
    if case .amount(let amounts) = columns[column] { return amounts[row]?.description }
    let numbers = numbers(column)
    guard numbers[row] != 0 else { return nil }
    let place = Int(truncatingIfNeeded: numbers[row] - 1)
    switch table.schema.columns[column].type {
    case .id(let domain): return domains[domain.rawValue].text(of: place)
    case .text: return dictionaries[column]?.text(of: place)
    case .date: return DateColumn(numbers: numbers)[row]?.description
    case .whole, .quantity: return WholeColumn(numbers: numbers)[row].map { "\($0)" }
    case .currency: return Currency(listIndex: UInt16(place)).code
    case .flag: return place == 1 ? "true" : "false"
    case .word(let words): return words[place]
    case .amount, .decimal: return nil
    }
  }

  /// The amounts of a row by column name, with its currency; empty when it has none.
  public func money(of row: Int) -> [String: Money] {
    guard let column = table.schema.index(of: "currency"),
      let currency = currencyColumn(column)[row]
    else { return [:] }
    var result: [String: Money] = [:]
    for (index, schema) in table.schema.columns.enumerated() where schema.type == .amount {
      if case .amount(let amounts) = columns[index], let amount = amounts[row] {
        result[schema.name] = Money(amount, currency)
      }
    }
    return result
  }
}
