import BillingModel
import CalendarDates
import ExactNumbers
public import Reporting

/// Reports as CSV: RFC 4180 with a header, comma, CRLF after every record, UTF-8 without BOM.
///
/// Totals are not in it. A text cell that begins with `=`, `+`, `-`, `@`, tab or CR gets one leading
/// apostrophe, so that no spreadsheet takes it for a formula; figures never do. Unknown is empty.
/// Lists are joined by `;`, records written as `name=word` joined by `;`.
public enum CSVExport {
  /// The whole report as bytes.
  public static func bytes(of report: Report) -> [UInt8] {
    var result: [UInt8] = []
    write(report) { result += $0 }
    return result
  }

  /// Writes a report in pieces of about 64 KiB; what the sink throws ends it.
  public static func write<E>(
    _ report: Report, to sink: ([UInt8]) throws(E) -> Void
  ) throws(E) {
    var buffer: [UInt8] = []
    append(report.columns.map { CSVField.text($0.id) }, to: &buffer)
    for cells in report.rows {
      append(cells.map(field), to: &buffer)
      if buffer.count >= ExportChunk.size {
        try sink(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    try sink(buffer)
  }

  /// One record of texts, with its line break. Those at the places `figures` are written as they are.
  public static func record(_ texts: [String], figures: Set<Int> = []) -> [UInt8] {
    var buffer: [UInt8] = []
    append(
      texts.enumerated().map { figures.contains($0) && isFigure($1) ? .figure($1) : .text($1) },
      to: &buffer)
    return buffer
  }

  private static func isFigure(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 &- 48 < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
  }

  private enum CSVField {
    /// Written as it is.
    case figure(String)
    /// Guarded against formulas.
    case text(String)
  }

  private static func field(_ cell: Cell) -> CSVField {
    switch cell {
    case .missing, .notApplicable: .figure("")
    case .text(let text), .id(let text), .word(let text), .month(let text): .text(text)
    case .count(let count): .figure(String(count))
    case .quantity(let quantity): .figure(quantity.number.map { String($0) } ?? "Unlimited")
    case .ratio(let number), .decimal(let number): .figure(number.description)
    case .money(let amount, let currency): .figure(amount.minorUnitText(in: currency) ?? "")
    case .currency(let currency): .text(currency.code)
    case .date(let date): .figure(date.description)
    case .flag(let flag): .figure(flag ? "true" : "false")
    case .words(let words): .text(words.joined(separator: ";"))
    case .record(let fields):
      .text(fields.map { $0.name + "=" + $0.word }.joined(separator: ";"))
    }
  }

  private static func append(_ fields: [CSVField], to buffer: inout [UInt8]) {
    for (place, field) in fields.enumerated() {
      if place > 0 { buffer.append(UInt8(ascii: ",")) }
      switch field {
      case .figure(let text): buffer.append(contentsOf: text.utf8)
      case .text(let text): append(text: text, to: &buffer)
      }
    }
    buffer.append(contentsOf: [13, 10])
  }

  private static func append(text: String, to buffer: inout [UInt8]) {
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == 13 || byte == 10
    }
    if needsQuotes { buffer.append(UInt8(ascii: "\"")) }
    if let first = text.utf8.first, isFormula(first) { buffer.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { buffer.append(byte) }
      buffer.append(byte)
    }
    if needsQuotes { buffer.append(UInt8(ascii: "\"")) }
  }

  private static func isFormula(_ first: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: true
    default: false
    }
  }
}

/// How much is written at a time.
enum ExportChunk {
  /// In bytes.
  static let size = 1 << 16
  /// In rows, where bytes are not counted.
  static let rows = 256
}
