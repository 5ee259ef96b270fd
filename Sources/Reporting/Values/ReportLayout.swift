import BillingModel
import CalendarDates
import ExactNumbers

/// A column of a report as its own definition: how the cell follows from a line, and whether it sums.
struct LineColumn<Line: Sendable>: Sendable {
  let column: ReportColumn
  let isSummed: Bool
  let cell: @Sendable (Line) -> Cell

  /// A column that only describes the row.
  static func plain(
    _ id: String, _ kind: ReportColumn.Kind, _ cell: @escaping @Sendable (Line) -> Cell
  ) -> LineColumn {
    LineColumn(column: ReportColumn(id, kind), isSummed: false, cell: cell)
  }

  /// A column whose sum over the rows of one currency means something.
  static func summed(
    _ id: String, _ kind: ReportColumn.Kind, _ cell: @escaping @Sendable (Line) -> Cell
  ) -> LineColumn {
    LineColumn(column: ReportColumn(id, kind), isSummed: true, cell: cell)
  }
}

/// How a report without a currency, or with one, adds its rows up.
enum TotalKey<Line: Sendable>: Sendable {
  /// The report has no amounts: no totals.
  case none
  /// One total for each currency of a line.
  case currency(@Sendable (Line) -> Currency?)
}

extension ReportRows {
  /// Makes the rows of lines and the definitions of their columns.
  init<Line: Sendable>(
    _ lines: [Line], _ columns: [LineColumn<Line>], _ sources: LineSources<Line>,
    _ things: LineThings<Line>
  ) {
    self.init(
      count: lines.count,
      cells: { row in
        let line = lines[row]
        return columns.map { $0.cell(line) }
      },
      origins: sources.places(in: lines), things: things.places(in: lines))
  }
}

extension Report {
  /// Makes a report of sorted lines and the definitions of its columns.
  init<Line: Sendable>(
    _ name: ReportName, asOf: CalendarDate, lines: [Line], columns: [LineColumn<Line>],
    totals key: TotalKey<Line>, parts: [DetailTable] = [],
    sources: LineSources<Line>, things: LineThings<Line> = .none
  ) {
    self.init(
      name: name, asOf: asOf, columns: columns.map(\.column),
      rows: ReportRows(lines, columns, sources, things),
      totals: ReportTotal.all(of: lines, columns, key), parts: parts)
  }
}

extension ReportTotal {
  /// The sums of the columns that sum, one entry for each currency of a line, ordered by code.
  static func all<Line>(
    of lines: [Line], _ columns: [LineColumn<Line>], _ key: TotalKey<Line>
  ) -> [ReportTotal] {
    guard case .currency(let currency) = key else { return [] }
    let summed = columns.indices.filter { columns[$0].isSummed }
    var places: [Currency?: Int] = [:]
    var sums: [CellSum] = []
    for line in lines {
      let place = places[currency(line), default: places.count]
      if place == places.count {
        places[currency(line)] = place
        sums += Array(repeating: CellSum(), count: summed.count)
      }
      for (index, column) in summed.enumerated() {
        sums[place * summed.count + index].add(columns[column].cell(line))
      }
    }
    return places.sorted { Currency.isBefore($0.key, $1.key) }.map { key, place in
      var cells: [Cell?] = columns.map { $0.column.kind == .currency ? .currency(key) : nil }
      for (index, column) in summed.enumerated() {
        cells[column] = sums[place * summed.count + index].cell
      }
      return ReportTotal(currency: key, cells: cells)
    }
  }
}

extension Currency {
  /// Orders by code, no currency first.
  static func isBefore(_ left: Currency?, _ right: Currency?) -> Bool {
    guard let left else { return right != nil }
    guard let right else { return false }
    return left < right
  }
}
