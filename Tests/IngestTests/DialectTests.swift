import BillingModel
import CalendarDates
import ExactNumbers
import Ingest
import TestSupport
import Testing

/// Files as spreadsheets of several countries write them: each is read exactly, or refused.
struct DialectTests {
  /// A file of invoices in some dialect, and what it says.
  private struct Mangled {
    var text = ""
    var totals: [ExactDecimal] = []
    var dates: [CalendarDate] = []
    /// How the cells can be read, by a computation that shares nothing with the reader.
    var marks: Set<String> = [".", ","]
    var orders: Set<String> = ["dmy", "mdy"]
    var hasTwofoldNumber = false
    var hasTwofoldDate = false
    let order: String
    let mark: String
    let group: String
    let delimiter: String

    init(_ random: inout SeededGenerator) {
      order = ["ymd", "dmy", "mdy"].randomElement(using: &random) ?? "ymd"
      mark = [".", ","].randomElement(using: &random) ?? "."
      let groups = ["", " ", "\u{A0}", "\u{202F}", "'", mark == "." ? "," : "."]
      group = groups.randomElement(using: &random) ?? ""
      delimiter = [",", ";", "\t"].randomElement(using: &random) ?? ","
      let names = ["invoice_id", "billing_profile_id", "invoice_date", "currency", "total"]
      text = names.joined(separator: delimiter) + "\n"
      for number in 1...Int.random(in: 1...6, using: &random) { addRow(number, &random) }
    }

    private mutating func addRow(_ number: Int, _ random: inout SeededGenerator) {
      let units = Int.random(in: 0...5_000_000, using: &random)
      let decimals = [0, 2, 2, 3].randomElement(using: &random) ?? 2
      let day = CalendarDate(days: Int32.random(in: 18_000...21_000, using: &random))
      totals.append(
        ExactDecimal(mantissa: Int128(units), decimals: decimals) ?? .zero)
      dates.append(day)
      let amount = written(units, decimals)
      let cells = ["I\(number)", "B", written(day), "EUR", amount]
      text += cells.map { $0.contains(delimiter) ? "\"\($0)\"" : $0 }.joined(separator: delimiter)
      text += "\n"
    }

    /// The number with its marks; narrows down how numbers of the file can be read.
    private mutating func written(_ units: Int, _ decimals: Int) -> String {
      let digits =
        String(repeating: "0", count: max(0, decimals + 1 - "\(units)".count)) + "\(units)"
      let whole = String(digits.dropLast(decimals))
      var grouped = ""
      for (index, digit) in whole.enumerated() {
        if index > 0, (whole.count - index) % 3 == 0 { grouped += group }
        grouped.append(digit)
      }
      let text = decimals == 0 ? grouped : grouped + mark + digits.suffix(decimals)
      let used = Set(text.filter { $0 == "." || $0 == "," }.map(String.init))
      let parts = text.split(whereSeparator: { (character: Character) in ".,".contains(character) })
      let canBeGroup =
        parts.count == 2 && parts[1].count == 3 && parts[0].count <= 3 && text.first != "0"
      if used.count == 1, canBeGroup {
        hasTwofoldNumber = true
      } else if !used.isEmpty {
        marks.formIntersection([mark])
      }
      return text
    }

    private mutating func written(_ date: CalendarDate) -> String {
      let (year, month, day) = date.components
      guard order != "ymd" else { return date.description }
      if day > 12 {
        orders.formIntersection([order])
      } else if day != month {
        hasTwofoldDate = true
      }
      return order == "dmy" ? "\(day)/\(month)/\(year)" : "\(month)/\(day)/\(year)"
    }

    var isDecidable: Bool {
      (marks.count == 1 || !hasTwofoldNumber)
        && (order == "ymd" || orders.count == 1 || !hasTwofoldDate)
    }
  }

  @Test(arguments: UInt64(1)...40)
  func aFileIsReadExactlyOrRefused(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    for _ in 0..<100 { try check(Mangled(&random)) }
  }

  private func check(_ file: Mangled) throws {
    let data = InMemoryIngest.read([("i.csv", file.text)], asOf: CalendarDate(days: 25_000)).dataset
    guard data.invoices.rows.count > 0 else {
      #expect(!file.isDecidable, "refused although it can be decided:\n\(file.text)")
      return
    }
    #expect(file.isDecidable, "read although it can be read in two ways:\n\(file.text)")
    try #require(data.invoices.rows.count == file.totals.count)
    for (row, total) in file.totals.enumerated() {
      #expect(data.invoices.total[row] == total, "\(file.text)")
      #expect(data.invoices.invoiceDate[row] == file.dates[row], "\(file.text)")
    }
  }
}
