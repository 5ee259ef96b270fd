internal import BillingModel
internal import CalendarDates
internal import ExactNumbers
internal import Reporting
internal import Synchronization
internal import UnicodeFolding

/// The rows of a report ordered by one of its columns: figures from the largest, words and dates from
/// the first; amounts of one currency together; what is unknown last; equal ones as the report has them.
///
/// A class because the order is worked out once, when the first of its pages is made.
final class RowOrder: Sendable {
  private let cells: ReportRows
  private let column: Int
  private let rows = Mutex<[UInt32]?>(nil)

  init(_ rows: ReportRows, column: Int) {
    cells = rows
    self.column = column
  }

  /// The row at a place of the order.
  func row(at place: Int) -> Int {
    rows.withLock { known in
      if let known { return Int(known[place]) }
      let sorted = sorted()
      known = sorted
      return Int(sorted[place])
    }
  }

  private func sorted() -> [UInt32] {
    let keys = cells.indices.map { OrderKey(cells[$0][column]) }
    return (0..<UInt32(keys.count)).sorted { left, right in
      let (first, second) = (keys[Int(left)], keys[Int(right)])
      return first == second ? left < right : first.isBefore(second)
    }
  }
}

/// What a cell is ordered by.
private enum OrderKey: Equatable {
  case amount(ExactAmount, Currency)
  case number(ExactDecimal)
  case unlimited
  case text(SortKey)
  case none

  init(_ cell: Cell) {
    switch cell {
    case .missing, .notApplicable: self = .none
    case .money(let amount, let currency): self = .amount(amount, currency)
    case .count(let count): self = .number(ExactDecimal(count))
    case .quantity(let quantity):
      self = quantity.number.map { .number(ExactDecimal($0)) } ?? .unlimited
    case .ratio(let number), .decimal(let number): self = .number(number)
    case .date(let date): self = .text(SortKey(date.description))
    case .text(let text), .id(let text), .word(let text), .month(let text):
      self = .text(SortKey(text))
    case .currency(let currency): self = .text(SortKey(currency.code))
    case .flag(let flag): self = .number(ExactDecimal(flag ? 1 : 0))
    case .words(let words): self = .number(ExactDecimal(words.count))
    case .record(let fields): self = .number(ExactDecimal(fields.count))
    }
  }

  func isBefore(_ other: OrderKey) -> Bool {
    switch (self, other) {
    case (.none, _): false
    case (_, .none): true
    case (.unlimited, _): other != .unlimited
    case (_, .unlimited): false
    case (.amount(let left, let currency), .amount(let right, let second)):
      currency == second ? left > right : currency < second
    case (.number(let left), .number(let right)): left > right
    case (.text(let left), .text(let right)): left < right
    default: false
    }
  }
}
