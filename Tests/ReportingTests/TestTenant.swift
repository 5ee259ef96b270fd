import BillingModel
import CalendarDates
import ExactNumbers
import Reporting

/// A tenant written as one CSV text a table, made into a data set without Ingest: the cells must be
/// valid, a cell that is empty or left off is not given, and quotes are plain letters.
struct TestTenant {
  private var texts: [(table: TableID, csv: String)] = []

  /// Adds a table: a header line and a line for each row.
  func with(_ table: TableID, _ csv: String) -> TestTenant {
    var copy = self
    copy.texts.append((table, csv))
    return copy
  }

  /// The data set. Rows are read in the order in which the tables were added.
  var dataset: Dataset {
    var domains = Domain.allCases.map { TextDictionary($0.folding) }
    var tables: [TableID: TableContents] = [:]
    var files: [SourceFile] = []
    for (table, csv) in texts {
      var contents = Self.contents(of: csv, table: table, file: files.count)
      var file = SourceFile(path: table.rawValue + ".csv")
      file.table = table
      files.append(file)
      contents.adopt(&domains)
      if var earlier = tables[table] {
        earlier.append(contents)
        tables[table] = earlier
      } else {
        tables[table] = contents
      }
    }
    return Dataset(
      tables: tables, domains: domains, mentioned: domains.map { _ in [] }, files: files,
      quarantine: [])
  }

  /// What the reports are worked out from.
  func basis(asOf: String, findings: [RowFinding] = []) -> ReportBasis {
    let data = dataset
    guard let day = CalendarDate(asOf) else { preconditionFailure("a test names a day") }
    return ReportBasis(data, licenses: Licenses(data), findings: findings, asOf: day)
  }

  private static func contents(of csv: String, table: TableID, file: Int) -> TableContents {
    let lines = csv.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
    let schema = table.schema
    let header = lines[0]
    let extra = header.filter { schema.index(of: $0) == nil }
    var builder = TableBuilder(table, extra: extra)
    for (number, cells) in lines.enumerated().dropFirst() {
      precondition(cells.count <= header.count, "a test row has the header's cells: \(cells)")
      for (name, cell) in zip(header, cells) where !cell.isEmpty {
        append(cell, name, schema, extra, to: &builder)
      }
      builder.commit(line: number + 1, offset: 0)
    }
    return builder.finish(file: file, given: Set(header.compactMap { schema.index(of: $0) }))
  }

  private static func append(
    _ cell: String, _ name: String, _ schema: TableSchema, _ extra: [String],
    to builder: inout TableBuilder
  ) {
    let bytes = Array(cell.utf8)
    guard let column = schema.index(of: name) else {
      builder.append(extra: bytes.span, column: extra.firstIndex(of: name) ?? 0)
      return
    }
    let type = schema.columns[column].type
    switch type {
    case .id, .text: builder.append(text: bytes.span, column: column)
    default: append(value: cell, type, column, to: &builder)
    }
  }

  private static func append(
    value cell: String, _ type: ColumnType, _ column: Int, to builder: inout TableBuilder
  ) {
    switch type {
    case .id, .text: break
    case .date:
      if let date = CalendarDate(cell) { builder.append(date: date, column: column) }
    case .amount, .decimal:
      if let number = ExactDecimal(cell) { builder.append(decimal: number, column: column) }
    case .whole:
      if let number = Int(cell) { builder.append(whole: number, column: column) }
    case .quantity:
      builder.append(quantity: Int(cell).map { .count($0) } ?? .unlimited, column: column)
    case .currency:
      if let currency = Currency(cell) { builder.append(currency: currency, column: column) }
    case .flag: builder.append(flag: cell == "true", column: column)
    case .word(let words):
      guard let place = words.firstIndex(of: cell) else {
        preconditionFailure("a test's word is in the list: \(cell)")
      }
      builder.append(word: place, column: column)
    }
  }
}
