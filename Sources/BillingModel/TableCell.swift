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
    case .text(let codes): text(codes[row], column, dictionaries[place])
    case .date(let days): DateColumn(days: days)[row].map { .date($0) } ?? .none
    case .amount(let amounts): number(amounts[row], column)
    case .whole(let numbers): whole(numbers, column, row)
    case .currency(let places): CurrencyColumn(places: places)[row].map { .currency($0) } ?? .none
    case .flag(let flags): flag(flags[row], column)
    }
  }

  private func text(
    _ code: UInt32, _ column: ColumnSchema, _ dictionary: TextDictionary?
  ) -> TableCell {
    guard code != TextDictionary.none, let dictionary else { return .none }
    let text = dictionary.text(of: Int(code))
    if case .id = column.type { return .id(text) }
    return .text(text)
  }

  private func number(_ number: ExactDecimal?, _ column: ColumnSchema) -> TableCell {
    guard let number else { return .none }
    return column.type == .amount ? .amount(number) : .decimal(number)
  }

  private func whole(_ numbers: [Int64], _ column: ColumnSchema, _ row: Int) -> TableCell {
    if column.type == .quantity {
      return QuantityColumn(numbers: numbers)[row].map { .quantity($0) } ?? .none
    }
    return WholeColumn(numbers: numbers)[row].map { .whole($0) } ?? .none
  }

  private func flag(_ flag: UInt8, _ column: ColumnSchema) -> TableCell {
    guard flag != FlagColumn.none else { return .none }
    guard case .word(let words) = column.type else { return .flag(flag == 1) }
    return .word(words[Int(flag)])
  }
}
