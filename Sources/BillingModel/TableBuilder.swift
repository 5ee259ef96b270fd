public import CalendarDates
public import ExactNumbers

/// Collects the rows of one table from one file (or a part of it): a shard.
///
/// Cells of a row are appended in any order, each column at most once; then the row is committed, or
/// rolled back when one of its cells cannot be used. Text is interned in dictionaries of the shard.
public struct TableBuilder: Sendable {
  /// Which table.
  public let table: TableID
  /// How many rows are committed.
  public private(set) var count = 0

  private let slots: [Slot]
  private var codes: [[UInt32]] = []
  private var days: [[Int32]] = []
  private var amounts: [AmountColumn] = []
  private var numbers: [[Int64]] = []
  private var currencies: [[UInt16]] = []
  private var flags: [[UInt8]] = []
  private var extraCodes: [[UInt32]]
  private let extraNames: [String]
  private var lines: [UInt32] = []
  private var offsets: [UInt64] = []
  private var domains = Domain.allCases.map { ShardDictionary($0.folding) }
  private var dictionaries: [ShardDictionary] = []
  private var extraDictionaries: [ShardDictionary]

  private enum Slot: Sendable {
    case id(Int, domain: Int)
    case text(Int)
    case date(Int)
    case amount(Int)
    case number(Int)
    case currency(Int)
    case flag(Int)
  }

  /// An empty shard of a table whose file has these further columns.
  public init(_ table: TableID, extra: [String] = []) {
    self.table = table
    extraNames = extra
    extraCodes = extra.map { _ in [] }
    extraDictionaries = extra.map { _ in ShardDictionary() }
    var slots: [Slot] = []
    for column in table.schema.columns {
      switch column.type {
      case .id(let domain):
        slots.append(.id(codes.count, domain: domain.rawValue))
        codes.append([])
        dictionaries.append(ShardDictionary())
      case .text:
        slots.append(.text(codes.count))
        codes.append([])
        dictionaries.append(ShardDictionary())
      case .date:
        slots.append(.date(days.count))
        days.append([])
      case .amount, .decimal:
        slots.append(.amount(amounts.count))
        amounts.append(AmountColumn())
      case .whole, .quantity:
        slots.append(.number(numbers.count))
        numbers.append([])
      case .currency:
        slots.append(.currency(currencies.count))
        currencies.append([])
      case .flag, .word:
        slots.append(.flag(flags.count))
        flags.append([])
      }
    }
    self.slots = slots
  }
}

extension TableBuilder {
  /// Appends an id or a text, trimmed.
  public mutating func append(text: Span<UInt8>, column: Int) {
    switch slots[column] {
    case .id(let slot, let domain):
      fillCodes(slot)
      codes[slot].append(domains[domain].intern(text, row: count))
    case .text(let slot):
      fillCodes(slot)
      codes[slot].append(dictionaries[slot].intern(text, row: count))
    default: preconditionFailure("text goes into a text column")
    }
  }

  /// Appends a day.
  public mutating func append(date: CalendarDate, column: Int) {
    guard case .date(let slot) = slots[column] else {
      preconditionFailure("a day goes into a date column")
    }
    while days[slot].count < count { days[slot].append(DateColumn.none) }
    days[slot].append(date.days)
  }

  /// Appends a decimal of at most 18 digits.
  public mutating func append(number: DecimalText.Short, column: Int) {
    guard case .amount(let slot) = slots[column] else {
      preconditionFailure("a decimal goes into a decimal column")
    }
    while amounts[slot].count < count { amounts[slot].appendNone() }
    amounts[slot].append(number)
  }

  /// Appends a decimal of any size.
  public mutating func append(decimal: ExactDecimal, column: Int) {
    guard case .amount(let slot) = slots[column] else {
      preconditionFailure("a decimal goes into a decimal column")
    }
    while amounts[slot].count < count { amounts[slot].appendNone() }
    amounts[slot].append(decimal)
  }

  /// Appends a whole number.
  public mutating func append(whole: Int, column: Int) {
    guard case .number(let slot) = slots[column] else {
      preconditionFailure("a whole number goes into a number column")
    }
    while numbers[slot].count < count { numbers[slot].append(WholeColumn.none) }
    numbers[slot].append(Int64(whole))
  }

  /// Appends a quantity.
  public mutating func append(quantity: Quantity, column: Int) {
    append(whole: quantity.number ?? Int(QuantityColumn.unlimited), column: column)
  }

  /// Appends a currency.
  public mutating func append(currency: Currency, column: Int) {
    guard case .currency(let slot) = slots[column] else {
      preconditionFailure("a currency goes into a currency column")
    }
    while currencies[slot].count < count { currencies[slot].append(CurrencyColumn.none) }
    currencies[slot].append(currency.listIndex)
  }

  /// Appends a word by its place in the column's list.
  public mutating func append(word: Int, column: Int) {
    guard case .flag(let slot) = slots[column] else {
      preconditionFailure("a word goes into a word column")
    }
    while flags[slot].count < count { flags[slot].append(FlagColumn.none) }
    flags[slot].append(UInt8(word))
  }

  /// Appends a flag.
  public mutating func append(flag: Bool, column: Int) {
    append(word: flag ? 1 : 0, column: column)
  }

  /// Appends a cell of a column that the table does not know.
  public mutating func append(extra text: Span<UInt8>, column: Int) {
    while extraCodes[column].count < count { extraCodes[column].append(TextDictionary.none) }
    extraCodes[column].append(extraDictionaries[column].intern(text, row: count))
  }

  /// The text that was appended to a column in the row that is not yet committed.
  public func pendingText(column: Int) -> String? {
    switch slots[column] {
    case .id(let slot, let domain) where codes[slot].count > count:
      domains[domain].texts.text(of: Int(codes[slot][count]))
    case .text(let slot) where codes[slot].count > count:
      dictionaries[slot].texts.text(of: Int(codes[slot][count]))
    default: nil
    }
  }

  /// True when a text was appended to a column in the row that is not yet committed.
  public func hasPendingText(column: Int) -> Bool {
    switch slots[column] {
    case .id(let slot, _), .text(let slot): codes[slot].count > count
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
    guard case .currency(let slot) = slots[column], currencies[slot].count > count else {
      return nil
    }
    return Currency(listIndex: currencies[slot][count])
  }

  /// Keeps the row. `line` counts from 1; `offset` is the byte at which the record begins.
  public mutating func commit(line: Int, offset: Int) {
    lines.append(UInt32(clamping: line))
    offsets.append(UInt64(offset))
    count += 1
  }

  /// Forgets the cells appended since the last commit.
  public mutating func rollBack() {
    for slot in codes.indices where codes[slot].count > count { codes[slot].removeLast() }
    for slot in days.indices where days[slot].count > count { days[slot].removeLast() }
    for slot in amounts.indices where amounts[slot].count > count {
      amounts[slot].truncate(to: count)
    }
    for slot in numbers.indices where numbers[slot].count > count { numbers[slot].removeLast() }
    for slot in currencies.indices where currencies[slot].count > count {
      currencies[slot].removeLast()
    }
    for slot in flags.indices where flags[slot].count > count { flags[slot].removeLast() }
    for slot in extraCodes.indices where extraCodes[slot].count > count {
      extraCodes[slot].removeLast()
    }
    for index in domains.indices { domains[index].rollBack(row: count) }
    for index in dictionaries.indices { dictionaries[index].rollBack(row: count) }
    for index in extraDictionaries.indices { extraDictionaries[index].rollBack(row: count) }
  }

  private mutating func fillCodes(_ slot: Int) {
    while codes[slot].count < count { codes[slot].append(TextDictionary.none) }
  }
}

extension TableBuilder {
  /// Ends the shard: every column as long as the table. `given`: the schema's columns that the file has.
  public consuming func finish(file: Int, given: Set<Int>) -> TableContents {
    for slot in codes.indices { fillCodes(slot) }
    let count = count
    let columns: [ColumnStorage] = slots.map { slot in
      switch slot {
      case .id(let slot, _), .text(let slot): .text(codes[slot])
      case .date(let slot): .date(Self.filled(days[slot], count, DateColumn.none))
      case .amount(let slot): .amount(Self.filled(amounts[slot], count))
      case .number(let slot): .whole(Self.filled(numbers[slot], count, WholeColumn.none))
      case .currency(let slot):
        .currency(Self.filled(currencies[slot], count, CurrencyColumn.none))
      case .flag(let slot): .flag(Self.filled(flags[slot], count, FlagColumn.none))
      }
    }
    let texts: [TextDictionary?] = slots.map { slot in
      if case .text(let slot) = slot { dictionaries[slot].texts } else { nil }
    }
    let extra = extraNames.indices.map { index in
      TableContents.Extra(
        name: extraNames[index],
        codes: Self.filled(extraCodes[index], count, TextDictionary.none),
        dictionary: extraDictionaries[index].texts)
    }
    return TableContents(
      table: table, count: count, columns: columns, dictionaries: texts,
      domains: domains.map(\.texts),
      extra: extra, lines: lines, offsets: offsets,
      files: [FileRows(file: file, rows: 0..<count, given: given)])
  }

  private static func filled<T>(_ cells: [T], _ count: Int, _ none: T) -> [T] {
    cells.count == count ? cells : cells + Array(repeating: none, count: count - cells.count)
  }

  private static func filled(_ cells: AmountColumn, _ count: Int) -> AmountColumn {
    var result = cells
    while result.count < count { result.appendNone() }
    return result
  }
}
