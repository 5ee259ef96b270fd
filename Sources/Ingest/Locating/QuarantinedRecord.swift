public import BillingModel
import CalendarDates
import ExactNumbers

/// A record in quarantine, read again.
public struct QuarantinedRecord: Sendable {
  /// Which row of the quarantine.
  public let row: QuarantinedRow
  /// Its bytes, its line break left out.
  public let bytes: [UInt8]
  /// What stands in the columns of its table, in the order of the schema; nil where nothing can be
  /// told. Numbers and dates are written as the schema says where they can be read.
  public let cells: [String?]
}

extension RecordLocator {
  /// Hands every record of a table that is in quarantine to `body`, in the order of files and places.
  public func forEachQuarantined(of table: TableID, _ body: (QuarantinedRecord) -> Void) {
    var reader: RecordReader?
    var file = -1
    for row in result.dataset.quarantine where row.table == table {
      if row.source.file != file {
        file = row.source.file
        reader = makeReader(file)
      }
      guard let bytes = reader?.raw(at: row.source.offset, length: row.length) else { continue }
      let cells = table.schema.columns.indices.map { column -> String? in
        guard result.layouts[file].sources[column] != nil else { return nil }
        return reader?.field(of: row.source, column: column)?.text.map {
          result.layouts[file].dialect.plain($0, table.schema.columns[column].type)
        }
      }
      body(QuarantinedRecord(row: row, bytes: bytes, cells: cells))
    }
  }
}

extension Dialect {
  /// A cell as the schema writes it; as it is when it cannot be read.
  func plain(_ text: String, _ type: ColumnType) -> String {
    let bytes = Array(text.utf8)
    switch type {
    case .amount, .decimal, .whole, .quantity:
      guard DecimalText.parseShort(bytes.span) == nil || decimal == .comma else { return text }
      return WrittenNumber(bytes.span)?.plain(decimal ?? .point).map {
        String(decoding: $0, as: UTF8.self)
      } ?? text
    case .date:
      return dates.flatMap { WrittenDate(bytes.span)?.date($0)?.description } ?? text
    default: return text
    }
  }
}
