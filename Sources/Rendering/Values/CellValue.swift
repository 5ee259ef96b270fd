internal import BillingModel
internal import ExactNumbers
internal import Liquid
internal import Reporting

extension Value {
  /// A cell as templates see it: unknown and not applicable are nil, Unlimited is the locale's word,
  /// an amount is rounded once.
  init(_ cell: Cell, _ wording: Wording) {
    self =
      switch cell {
      case .missing, .notApplicable: .nil
      case .text(let text), .id(let text), .word(let text), .month(let text): .text(text)
      case .count(let count): .number(count)
      case .quantity(let quantity):
        quantity.number.map { .number($0) } ?? .text(wording.text("ui.unlimited"))
      case .ratio(let number), .decimal(let number): .decimal(number)
      case .money: cell.roundedMoney.map { .money($0) } ?? .nil
      case .currency(let currency): .text(currency.code)
      case .date(let date): .date(date)
      case .flag(let flag): .flag(flag)
      case .words(let words): .list(words.map { .text($0) })
      case .record(let fields):
        .record(Record(fields.map { ($0.name, .text($0.word)) }))
      }
  }

  /// Text, or nil.
  init(_ text: String?) { self = text.map { .text($0) } ?? .nil }

  /// A number, or nil.
  init(_ number: Int?) { self = number.map { .number($0) } ?? .nil }
}

extension Record {
  /// A table as templates see it: `name`, `columns`, `rows` (those of the page), `totals`, `count`, each
  /// made when a template asks for it.
  init(_ source: TableSource, _ wording: Wording) {
    self.init(shape: Self.tableShape) { place in
      switch place {
      case 0: .text(source.name)
      case 1: .text(source.key)
      case 2: .list(source.columns.map { Self.column($0, source, wording) })
      case 3: Self.rows(source, wording)
      case 4: Self.totals(source, wording)
      case 5: .number(source.rows.count)
      case 6: .number(source.shown.lowerBound + 1)
      default: .number(source.shown.upperBound)
      }
    }
  }

  private static func rows(_ source: TableSource, _ wording: Wording) -> Value {
    let shape = source.shape
    return .list(source.shownRows.map { .record(Record($0, shape, wording)) })
  }

  private static func totals(_ source: TableSource, _ wording: Wording) -> Value {
    let shape = source.shape
    return .list(source.totals.map { .record(Record($0, shape, wording)) })
  }

  private static let tableShape = Shape([
    "name", "key", "columns", "rows", "totals", "count", "first", "last",
  ])
  private static let columnShape = Shape(["id", "label", "type", "definition"])

  private static func column(
    _ column: ReportColumn, _ source: TableSource, _ wording: Wording
  ) -> Value {
    .record(
      Record(
        shape: columnShape,
        values: [
          .text(column.id), .text(TableState.label(column.id, source, wording)),
          .text(column.kind.rawValue), Value(wording.phrase("column.\(column.id).definition")),
        ]))
  }

  private init(_ row: TableRow, _ shape: Shape, _ wording: Wording) {
    self.init(shape: shape, values: row.cells.map { Value($0, wording) })
  }

  private init(_ total: ReportTotal, _ shape: Shape, _ wording: Wording) {
    self.init(
      shape: shape, values: total.cells.map { $0.map { cell in Value(cell, wording) } ?? .nil })
  }
}

extension TableSource {
  /// The columns' names, as the rows of the table share them.
  fileprivate var shape: Record.Shape { Record.Shape(columns.map(\.id)) }
}
