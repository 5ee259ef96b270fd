public import CalendarDates
public import ExactNumbers

/// Collects the rows of one table from one file (or a part of it): a shard.
///
/// Cells of a row are appended in any order, each column at most once; then the row is committed, or
/// rolled back when one of its cells cannot be used. Text is interned in dictionaries of the shard.
/// Many rows at once: see `TableBuilder+Batches.swift`.
public struct TableBuilder: Sendable {
  /// Which table.
  public let table: TableID
  /// How many rows are committed.
  public internal(set) var count = 0

  let slots: [Slot]
  /// The cells by column, plus 1 where they are places or codes; those of an amount stand in `amounts`.
  var cells: [PackedNumbers]
  var amounts: [AmountColumn]
  var extraCodes: [PackedNumbers]
  private let extraNames: [String]
  var places = RowPlaces()
  var domains: [ShardDictionary]
  var dictionaries: [ShardDictionary]
  var extraDictionaries: [ShardDictionary]
  var batch = TextBatch()

  enum Slot: Sendable {
    case id(domain: Int)
    case text(dictionary: Int)
    case amount(Int)
    case number
  }

  /// An empty shard of a table whose file has these further columns. `people` are known already: their
  /// codes stay what they are.
  public init(_ table: TableID, extra: [String] = [], people: TextDictionary? = nil) {
    self.table = table
    domains = Domain.allCases.map { domain in
      ShardDictionary(domain.folding, base: domain == .party ? people : nil)
    }
    extraNames = extra
    extraCodes = extra.map { _ in PackedNumbers() }
    extraDictionaries = extra.map { _ in ShardDictionary() }
    let columns = table.schema.columns
    cells = columns.map { _ in PackedNumbers() }
    var (amounts, dictionaries) = (0, 0)
    slots = columns.map { column in
      switch column.type {
      case .id(let domain): return .id(domain: domain.rawValue)
      case .text:
        defer { dictionaries += 1 }
        return .text(dictionary: dictionaries)
      case .amount, .decimal:
        defer { amounts += 1 }
        return .amount(amounts)
      default: return .number
      }
    }
    self.amounts = Array(repeating: AmountColumn(), count: amounts)
    self.dictionaries = Array(repeating: ShardDictionary(), count: dictionaries)
  }
}

extension TableBuilder {
  /// Appends an id or a text, trimmed.
  public mutating func append(text: Span<UInt8>, column: Int) {
    switch slots[column] {
    case .id(let domain): put(UInt64(domains[domain].intern(text, row: count)) + 1, column)
    case .text(let index): put(UInt64(dictionaries[index].intern(text, row: count)) + 1, column)
    default: preconditionFailure("text goes into a text column")
    }
  }

  /// Appends a day.
  public mutating func append(date: CalendarDate, column: Int) {
    put(DateColumn.stored(date.days), column)
  }

  /// Appends a decimal of at most 18 digits.
  public mutating func append(number: DecimalText.Short, column: Int) {
    let slot = amountSlot(column)
    amounts[slot].append(number)
  }

  /// Appends a decimal of any size.
  public mutating func append(decimal: ExactDecimal, column: Int) {
    let slot = amountSlot(column)
    amounts[slot].append(decimal)
  }

  /// Appends a whole number.
  public mutating func append(whole: Int, column: Int) {
    put(WholeColumn.stored(Int64(whole)), column)
  }

  /// Appends a quantity.
  public mutating func append(quantity: Quantity, column: Int) {
    append(whole: quantity.number ?? Int(QuantityColumn.unlimited), column: column)
  }

  /// Appends a currency.
  public mutating func append(currency: Currency, column: Int) {
    put(UInt64(currency.listIndex) + 1, column)
  }

  /// Appends a word by its place in the column's list.
  public mutating func append(word: Int, column: Int) {
    put(UInt64(word) + 1, column)
  }

  /// Appends a flag.
  public mutating func append(flag: Bool, column: Int) {
    append(word: flag ? 1 : 0, column: column)
  }

  /// Appends a cell of a column that the table does not know.
  public mutating func append(extra text: Span<UInt8>, column: Int) {
    extraCodes[column].fill(to: count)
    extraCodes[column].append(UInt64(extraDictionaries[column].intern(text, row: count)) + 1)
  }

  private mutating func put(_ number: UInt64, _ column: Int) {
    if case .amount = slots[column] {
      preconditionFailure("a value goes into a column of its type")
    }
    cells[column].fill(to: count)
    cells[column].append(number)
  }

  mutating func amountSlot(_ column: Int) -> Int {
    guard case .amount(let slot) = slots[column] else {
      preconditionFailure("a decimal goes into a decimal column")
    }
    while amounts[slot].count < count { amounts[slot].appendNone() }
    return slot
  }
}

extension TableBuilder {
  /// The text that was appended to a column in the row that is not yet committed.
  public func pendingText(column: Int) -> String? {
    guard hasPendingText(column: column) else { return nil }
    let code = Int(cells[column][count]) - 1
    switch slots[column] {
    case .id(let domain): return domains[domain].text(of: code)
    case .text(let index): return dictionaries[index].texts.text(of: code)
    default: return nil
    }
  }

  /// True when a text was appended to a column in the row that is not yet committed.
  public func hasPendingText(column: Int) -> Bool {
    switch slots[column] {
    case .id, .text: cells[column].count > count
    default: false
    }
  }

  /// The number that was appended to a column in the row that is not yet committed.
  public func pendingNumber(column: Int) -> ExactDecimal? {
    guard case .amount(let slot) = slots[column], amounts[slot].count > count else { return nil }
    return amounts[slot][count]
  }

  /// The currency that was appended to a column in the row that is not yet committed.
  public func pendingCurrency(column: Int) -> Currency? {
    guard case .number = slots[column], cells[column].count > count else { return nil }
    return Currency(listIndex: UInt16(cells[column][count] - 1))
  }

  /// Keeps the row. `line` counts from 1; `offset` is the byte at which the record begins.
  public mutating func commit(line: Int, offset: Int) {
    places.append(line: line, offset: offset)
    count += 1
  }

  /// Forgets the cells appended since the last commit.
  public mutating func rollBack() {
    for column in cells.indices { cells[column].truncate(to: count) }
    for slot in amounts.indices { amounts[slot].truncate(to: count) }
    for slot in extraCodes.indices { extraCodes[slot].truncate(to: count) }
    for index in domains.indices { domains[index].rollBack(row: count) }
    for index in dictionaries.indices { dictionaries[index].rollBack(row: count) }
    for index in extraDictionaries.indices { extraDictionaries[index].rollBack(row: count) }
  }
}

extension TableBuilder {
  /// Ends the shard: every column as long as the table. `given`: the schema's columns that the file has.
  public consuming func finish(file: Int, given: Set<Int>) -> TableContents {
    for column in cells.indices { cells[column].fill(to: count) }
    for slot in extraCodes.indices { extraCodes[slot].fill(to: count) }
    for slot in amounts.indices {
      while amounts[slot].count < count { amounts[slot].appendNone() }
    }
    let columns: [ColumnStorage] = slots.indices.map { column in
      switch slots[column] {
      case .amount(let slot): .amount(amounts[slot])
      default: .numbers(cells[column])
      }
    }
    var texts = domains.map(\.texts)
    // The ids that a table lists are likely to be the first of the data set: others are merged into them.
    for domain in Domain.allCases where table.schema.columns.first?.type != .id(domain) {
      texts[domain.rawValue].forgetSlots()
    }
    let ownTexts: [TextDictionary?] = slots.map { slot in
      if case .text(let index) = slot { dictionaries[index].texts } else { nil }
    }
    let extra = extraNames.indices.map { index in
      TableContents.Extra(
        name: extraNames[index], codes: extraCodes[index],
        dictionary: extraDictionaries[index].texts)
    }
    return TableContents(
      table: table, count: count, columns: columns, dictionaries: ownTexts,
      domains: texts, baseCounts: domains.map(\.baseCount), extra: extra,
      places: ShardPlaces(places),
      files: [FileRows(file: file, rows: 0..<count, given: given)])
  }
}
