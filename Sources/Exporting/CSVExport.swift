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
    let columns = report.columns
    append(columns.count, to: &buffer) { append(text: columns[$0].id, to: &$1) }
    for cells in report.rows {
      append(cells.count, to: &buffer) { append(cells[$0], to: &$1) }
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
    append(texts.count, to: &buffer) { place, buffer in
      let text = texts[place]
      if figures.contains(place), isFigure(text) {
        buffer.append(contentsOf: text.utf8)
      } else {
        append(text: text, to: &buffer)
      }
    }
    return buffer
  }

  private static func isFigure(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 &- 48 < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
  }

  /// Appends a record; `write` appends the field at a place.
  private static func append(
    _ count: Int, to buffer: inout [UInt8], _ write: (Int, inout [UInt8]) -> Void
  ) {
    for place in 0..<count {
      if place > 0 { buffer.append(UInt8(ascii: ",")) }
      write(place, &buffer)
    }
    buffer.append(13)
    buffer.append(10)
  }

  private static func append(_ cell: Cell, to buffer: inout [UInt8]) {
    switch cell {
    case .missing, .notApplicable: return
    case .text(let text), .id(let text), .word(let text), .month(let text):
      append(text: text, to: &buffer)
    case .count(let count): DecimalDigits(count).append(to: &buffer)
    case .quantity(let quantity):
      guard let number = quantity.number else { return append(text: "Unlimited", to: &buffer) }
      DecimalDigits(number).append(to: &buffer)
    case .ratio(let number), .decimal(let number): number.digits.append(to: &buffer)
    case .money(let amount, let currency):
      amount.minorUnitDigits(in: currency)?.append(to: &buffer)
    case .currency(let currency): append(text: currency.code, to: &buffer)
    case .date(let date): date.append(to: &buffer)
    case .flag(let flag): append(text: flag ? "true" : "false", to: &buffer)
    case .words(let words): append(text: words.joined(separator: ";"), to: &buffer)
    case .record(let fields):
      let texts = fields.map { $0.name + "=" + $0.word }
      append(text: texts.joined(separator: ";"), to: &buffer)
    }
  }

  private static func append(text: String, to buffer: inout [UInt8]) {
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == 13 || byte == 10
    }
    if needsQuotes { buffer.append(UInt8(ascii: "\"")) }
    if let first = text.utf8.first, isFormula(first) { buffer.append(UInt8(ascii: "'")) }
    if needsQuotes {
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\"") { buffer.append(byte) }
        buffer.append(byte)
      }
    } else {
      buffer.append(contentsOf: text.utf8)
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
