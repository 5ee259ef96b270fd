import BillingModel
import Diagnostics
import Ingest
import JSONReading
import Pipeline

/// The findings of a file that is inspected.
struct FindingsOfInspection {
  private let inspection: Inspection

  init(_ inspection: Inspection) {
    self.inspection = inspection
  }

  /// The findings in printing order.
  var all: [PlacedFinding] {
    inspection.findings.sorted { Finding.isInPrintingOrder($0.finding, $1.finding) }
  }

  func text(_ style: FindingTextPrinter.Style) -> String {
    let locator = RecordLocator(inspection.result)
    let printer = FindingTextPrinter(catalog: Pipeline.catalog, style: style, limitPerRule: 10)
    var text = ""
    let placed = all
    printer.print(
      placed.lazy.map(\.finding), excerpt: { locator.excerpt(of: placed[$0]) }, to: &text)
    return text
  }
}

/// How a file is read, for machines.
enum InspectionJSON {
  static func bytes(of inspection: Inspection) -> [UInt8] {
    var json = JSONWriter(breakingLines: 2)
    let file = inspection.file
    json.object { json in
      json.field("file", inspection.file.path)
      json.field("encoding", inspection.file.encoding)
      json.field("delimiter", inspection.file.delimiter)
      json.field("table", inspection.tables.count > 1 ? nil : inspection.file.table?.rawValue)
      json.field("format", inspection.file.format)
      json.field("recognised_by", file.recognition)
      json.key("dialect")
      json.array { json in
        for note in file.dialect {
          json.object { json in
            json.field("setting", note.setting)
            json.field("value", note.text)
            json.field("line", note.line)
          }
        }
      }
      if inspection.tables.count > 1 { json.field("tables", inspection.tables.map(\.rawValue)) }
      if !inspection.members.isEmpty { json.field("members", inspection.members) }
      if let line = inspection.skippedLine { json.field("skipped", line) }
      json.field("columns", inspection.columns)
      json.key("rows")
      json.array { json in
        for row in inspection.rows { write(row, inspection.columns, to: &json) }
      }
      json.field("row_count", inspection.rowCount)
      json.key("findings")
      json.array { json in
        for placed in FindingsOfInspection(inspection).all {
          ValidationJSON.write(placed.finding, Pipeline.catalog, to: &json)
        }
      }
    }
    return json.takeBytes()
  }

  /// A row as an object; cells beyond the header get the names `+1`, `+2` …
  private static func write(_ row: [String?], _ columns: [String], to json: inout JSONWriter) {
    json.object { json in
      for (index, cell) in row.enumerated() {
        guard let cell else { continue }
        json.field(index < columns.count ? columns[index] : "+\(index - columns.count + 1)", cell)
      }
    }
  }
}

/// How a file is read, for people.
enum InspectionText {
  static func text(of inspection: Inspection) -> String {
    let file = inspection.file
    let tables = inspection.tables.map(\.rawValue).joined(separator: ", ")
    var text = """
      file       \(VisibleText.line(file.path))
      syntax     \(file.syntax?.rawValue ?? "unknown")
      encoding   \(file.encoding ?? "unknown")

      """
    if let delimiter = file.delimiter { text += "delimiter  \(name(of: delimiter))\n" }
    if let line = inspection.skippedLine {
      text += "skipped    line 1, \(VisibleText.line(line))\n"
    }
    for note in file.dialect {
      let cell = note.text.map { " (line \(note.line ?? 0): \(VisibleText.line($0)))" } ?? ""
      text += "dialect    \(note.setting)\(cell)\n"
    }
    text += """
      table      \(tables.isEmpty ? "none is recognised" : tables)
      format     \(file.format ?? "none")
      because    \(VisibleText.line(file.recognition.isEmpty ? "-" : file.recognition))
      columns    \(inspection.columns.map { VisibleText.line($0) }.joined(separator: ", "))
      rows       \(inspection.rowCount): \(file.accepted) accepted, \(file.quarantined) quarantined, \(file.ignored) ignored

      """
    if !inspection.rows.isEmpty {
      text += "\n" + TextTable.text(inspection.columns, inspection.rows)
    }
    if !inspection.members.isEmpty {
      let members = inspection.members.map { "  " + VisibleText.line($0) + "\n" }
      text += "\nthe archive has \(members.count) exports, each to be named:\n" + members.joined()
    }
    return text + "\n" + FindingsOfInspection(inspection).text(.plain)
  }

  private static func name(of delimiter: String) -> String {
    delimiter == "\t" ? "tab" : delimiter
  }
}

/// A table in columns of text.
enum TextTable {
  static func text(_ columns: [String], _ rows: [[String?]]) -> String {
    let cells = ([columns] + rows.map { $0.map { $0 ?? "" } }).map { row in
      row.map { cut(VisibleText.line($0)) }
    }
    let count = cells.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      cells.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return cells.map { row in
      let padded = row.enumerated().map { index, cell in
        cell + String(repeating: " ", count: widths[index] - cell.count)
      }
      let line = padded.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  private static func cut(_ text: String) -> String {
    text.count > 28 ? text.prefix(27) + "…" : text
  }
}
