public import CalendarDates
public import ExactNumbers

/// One cell of any table as a value of its column's type.
public enum TableCell: Hashable, Sendable {
  /// Not given.
  case none
  case id(String)
  case text(String)
  case date(CalendarDate)
  case amount(ExactDecimal)
  case decimal(ExactDecimal)
  case whole(Int)
  case quantity(Quantity)
  case currency(Currency)
  case flag(Bool)
  case word(String)
}

extension Table {
  /// The cell at a place of the table's schema: for pages that show a row whole. Reports use the
  /// typed columns, which are made once for many rows.
  public func cell(_ column: ColumnSchema, at place: Int, row: Int) -> TableCell {
    switch columns[place] {
    case .amount(let amounts): number(amounts[row], column)
    case .numbers(let numbers): value(numbers, column, dictionaries[place], row) ?? .none
    }
  }

  private func value(
    _ numbers: PackedNumbers, _ column: ColumnSchema, _ dictionary: FinishedTexts?, _ row: Int
  ) -> TableCell? {
    switch column.type {
    case .id: text(numbers, dictionary, row).map { .id($0) }
    case .text: text(numbers, dictionary, row).map { .text($0) }
    case .date: DateColumn(numbers: numbers)[row].map { .date($0) }
    case .whole: WholeColumn(numbers: numbers)[row].map { .whole($0) }
    case .quantity: QuantityColumn(numbers: numbers)[row].map { .quantity($0) }
    case .currency: CurrencyColumn(places: numbers)[row].map { .currency($0) }
    case .flag: FlagColumn(flags: numbers)[row].map { .flag($0) }
    case .word(let words): numbers[row] == 0 ? nil : .word(words[Int(numbers[row]) - 1])
    case .amount, .decimal: nil
    }
  }

  private func text(
    _ codes: PackedNumbers, _ dictionary: FinishedTexts?, _ row: Int
  ) -> String? {
    guard codes[row] != 0 else { return nil }
    return dictionary?.text(of: Int(codes[row]) - 1)
  }

  private func number(_ number: ExactDecimal?, _ column: ColumnSchema) -> TableCell {
    guard let number else { return .none }
    return column.type == .amount ? .amount(number) : .decimal(number)
  }
}
