import BillingModel
import ExactNumbers

extension DetailTable {
  /// Makes a table of sorted lines and the definitions of its columns.
  init<Line: Sendable>(
    _ id: String, lines: [Line], columns: [LineColumn<Line>], totals key: TotalKey<Line> = .none,
    sources: LineSources<Line> = .none, things: LineThings<Line> = .none
  ) {
    self.id = id
    self.columns = columns.map(\.column)
    rows = ReportRows(lines, columns, sources, things)
    totals = ReportTotal.all(of: lines, columns, key)
  }
}

/// A row of a table as fields, for pages that show it whole.
struct WholeRow<Tag: TableTag>: Sendable {
  let table: Table<Tag>
  private let schema = Tag.id.schema
  private let currencyPlace: Int?

  init(_ table: Table<Tag>) {
    self.table = table
    currencyPlace = schema.index(of: "currency")
  }

  /// The schema's columns in their order. Amounts are of the currency given, or of the row's own.
  func fields(_ row: Int, currency: Currency?) -> [DetailField] {
    schema.columns.enumerated().map { place, column in
      let cell = cell(column, place, row, currency)
      return DetailField(column.name, Self.kind(of: column.type), cell)
    }
  }

  /// The same columns for a table of rows.
  func columns(currency: Currency?, without left: Set<String>) -> [LineColumn<UInt32>] {
    let copy = self
    return schema.columns.enumerated().compactMap { place, column in
      guard !left.contains(column.name) else { return nil }
      return .plain(column.name, Self.kind(of: column.type)) {
        copy.cell(column, place, Int($0), currency)
      }
    }
  }

  /// The row's cells of columns that the schema does not know.
  func extra(_ row: Int) -> [ExtraField] {
    table.extra.compactMap { column in
      column.cells[row].map { ExtraField(name: column.name, text: $0) }
    }
  }

  private func cell(
    _ column: ColumnSchema, _ place: Int, _ row: Int, _ currency: Currency?
  ) -> Cell {
    switch table.cell(column, at: place, row: row) {
    case .none: .missing
    case .id(let id): .id(id)
    case .text(let text): .text(text)
    case .date(let date): .date(date)
    case .amount(let amount): .money(ExactAmount(amount), ownCurrency(row) ?? currency)
    case .decimal(let number): .decimal(number)
    case .whole(let number): .count(number)
    case .quantity(let quantity): .quantity(quantity)
    case .currency(let currency): .currency(currency)
    case .flag(let flag): .flag(flag)
    case .word(let word): .word(word)
    }
  }

  private func ownCurrency(_ row: Int) -> Currency? {
    guard let place = currencyPlace,
      case .currency(let currency) = table.cell(schema.columns[place], at: place, row: row)
    else { return nil }
    return currency
  }

  private static func kind(of type: ColumnType) -> ReportColumn.Kind {
    switch type {
    case .id: .id
    case .text: .text
    case .date: .date
    case .amount: .money
    case .decimal: .decimal
    case .whole: .count
    case .quantity: .quantity
    case .currency: .currency
    case .flag: .flag
    case .word: .word
    }
  }
}
