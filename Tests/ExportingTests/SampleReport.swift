import BillingModel
import CalendarDates
import ExactNumbers
import Reporting
import Testing

/// Reports made of cells.
enum SampleReport {
  static let day = CalendarDate(days: 20_484)

  /// A report with columns `c0`, `c1` and so on.
  static func of(_ rows: [[Cell]], columns: Int = 1, totals: [ReportTotal] = []) -> Report {
    Report(
      name: .apps, asOf: day, columns: (0..<columns).map { ReportColumn("c\($0)", .text) },
      rows: ReportRows(rows), totals: totals)
  }

  /// A report of one row with every kind of cell.
  static func allKinds() throws -> Report {
    let euro = try #require(Currency("EUR"))
    let yen = try #require(Currency("JPY"))
    let amount = try #require(ExactDecimal("-1204.395"))
    let large = try #require(ExactDecimal("1204.5000000000000001"))
    let cells: [(String, Cell)] = [
      ("text", .text("a \"b\", c")), ("id", .id("0042")), ("word", .word("saas-app")),
      ("count", .count(-3)), ("quantity", .quantity(.count(7))),
      ("quantity2", .quantity(.unlimited)),
      ("ratio", .ratio(try #require(ExactDecimal("0.8333")))),
      ("decimal", .decimal(try #require(ExactDecimal("0.123456789012")))),
      ("money", .money(ExactAmount(amount), euro)), ("money2", .money(ExactAmount(large), yen)),
      ("currency", .currency(euro)), ("date", .date(day)), ("month", .month(day.month)),
      ("flag", .flag(true)), ("words", .words(["a-b", "c"])),
      ("record", .record([CellField("x", "y"), CellField("z", "w")])), ("missing", .missing),
      ("none", .notApplicable),
    ]
    return Report(
      name: .licenseUsage, asOf: day, columns: cells.map { ReportColumn($0.0, .text) },
      rows: ReportRows([cells.map(\.1)]),
      totals: [
        ReportTotal(
          currency: euro, cells: cells.map { $0.0 == "money" || $0.0 == "currency" ? $0.1 : nil })
      ])
  }
}
