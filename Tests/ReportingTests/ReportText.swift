import BillingModel
import CalendarDates
import ExactNumbers
import Reporting

/// Reports as text, to compare them in tests: what is unknown is `?`, what does not apply `-`.
extension Report {
  /// One column of all rows.
  func texts(_ id: String) -> [String] {
    guard let place = column(id) else { return ["no column \(id)"] }
    return rows.map { $0[place].testText }
  }

  /// Some columns of each row, joined by blanks.
  func texts(_ ids: String...) -> [String] {
    let columns = ids.map { texts($0) }
    return rows.indices.map { row in columns.map { $0[row] }.joined(separator: " ") }
  }

  /// All rows, cells joined by `|`.
  var lines: [String] { rows.map { $0.map(\.testText).joined(separator: "|") } }

  /// All totals: the columns that have one as `name=value`.
  var totalLines: [String] {
    totals.map { total in
      zip(columns, total.cells).compactMap { column, cell in
        cell.map { column.id + "=" + $0.testText }
      }.joined(separator: " ")
    }
  }
}

extension Cell {
  /// The cell as text.
  var testText: String {
    switch self {
    case .missing: "?"
    case .notApplicable: "-"
    case .text(let text), .id(let text), .word(let text), .month(let text): text
    case .count(let count): String(count)
    case .quantity(let quantity): quantity.number.map { String($0) } ?? "Unlimited"
    case .ratio(let number), .decimal(let number): number.description
    case .money(let amount, let currency): amount.minorUnitText(in: currency) ?? "overflow"
    case .currency(let currency): currency.code
    case .date(let date): date.description
    case .flag(let flag): String(flag)
    case .words(let words): words.joined(separator: ",")
    case .record(let fields): fields.map { $0.name + ":" + $0.word }.joined(separator: ",")
    }
  }
}
