import BillingModel
import CalendarDates
import ExactNumbers
import JSONReading
public import Reporting

/// Reports as JSON: `{"report","as_of","rows":[…],"totals":[…]}`, one row a line.
///
/// Keys stand in the order of the columns. Amounts are strings rounded half-even to the currency's
/// minor unit (`"1204.40"`), counts and shares numbers, quantities numbers or `"Unlimited"`, lists
/// arrays, records objects, and what is unknown or has no meaning `null`.
public enum JSONExport {
  /// The whole report as bytes, with a line break at the end.
  public static func bytes(of report: Report) -> [UInt8] {
    var result: [UInt8] = []
    write(report) { result += $0 }
    return result
  }

  /// Writes a report in pieces of about 64 KiB; what the sink throws ends it.
  public static func write<E>(
    _ report: Report, to sink: ([UInt8]) throws(E) -> Void
  ) throws(E) {
    var json = JSONWriter(breakingLines: 2)
    try json.object { (json: inout JSONWriter) throws(E) in
      json.field("report", report.name.rawValue)
      json.field("as_of", report.asOf.description)
      json.key("rows")
      try json.array { (json: inout JSONWriter) throws(E) in
        var size = 0
        for cells in report.rows {
          write(cells, of: report.columns, to: &json)
          size += 1
          if size % ExportChunk.rows == 0 { try sink(json.takeBytes()) }
        }
      }
      json.key("totals")
      json.array { json in
        for total in report.totals { write(total.cells, of: report.columns, to: &json) }
      }
    }
    try sink(json.takeBytes())
  }

  private static func write(
    _ cells: [Cell?], of columns: [ReportColumn], to json: inout JSONWriter
  ) {
    json.object { json in
      for (column, cell) in zip(columns, cells) {
        guard let cell else { continue }
        json.key(column.id)
        write(cell, to: &json)
      }
    }
  }

  private static func write(_ cell: Cell, to json: inout JSONWriter) {
    switch cell {
    case .missing, .notApplicable: json.null()
    case .text(let text), .id(let text), .word(let text), .month(let text): json.string(text)
    case .count(let count): json.number(count)
    case .quantity(.count(let count)): json.number(count)
    case .quantity(.unlimited): json.string("Unlimited")
    case .ratio(let number): json.number(digits: number.description)
    case .decimal(let number): json.string(number.description)
    case .money(let amount, let currency):
      if let text = amount.minorUnitText(in: currency) { json.string(text) } else { json.null() }
    case .currency(let currency): json.string(currency.code)
    case .date(let date): json.string(date.description)
    case .flag(let flag): json.bool(flag)
    case .words(let words): json.array { json in for word in words { json.string(word) } }
    case .record(let fields):
      json.object { json in for field in fields { json.field(field.name, field.word) } }
    }
  }
}
