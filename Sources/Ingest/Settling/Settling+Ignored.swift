import BillingModel
import ExactNumbers

/// The amounts of records that are left out, so that they balance like the rows.
extension Settling {
  /// Notes a file that is left out before its rows came into a table, or with its bad records only.
  mutating func noteIgnored(_ reading: TableReading, file: Int) {
    for shard in reading.shards {
      for row in 0..<shard.count where shard.rows.contains(row) {
        note(shard.money(of: row), file: file)
      }
    }
    for record in reading.pending { note(record, of: reading.file.table, file: file) }
  }

  /// Notes the rows of a file that were taken out of their table without going to quarantine.
  mutating func noteIgnoredRows(_ rows: Range<Int>, of file: Int, _ contents: TableContents) {
    let setAside = Set((takenOut[file] ?? []).map(\.source.offset))
    for row in rows where !contents.rows.contains(row) {
      guard !setAside.contains(place(of: row, in: contents).offset) else { continue }
      note(contents.money(of: row), file: file)
    }
  }

  /// Notes a record that a correction takes the place of: it leaves quarantine.
  ///
  /// A row of a table that was set aside is no record in waiting; it is noted with its table's rows.
  mutating func noteCorrected(_ offset: Int, file: Int) {
    for record in readings[file].pending where record.offset == offset {
      note(record, of: readings[file].file.table, file: file)
    }
  }

  private mutating func note(_ record: PendingRow, of table: TableID?, file: Int) {
    guard let table, let currency = record.currency else { return }
    for (column, amount) in record.amounts {
      let name = table.schema.columns[column].name
      ignoredAmounts[file, default: [:]][name, default: MoneyBag()].add(amount, currency)
    }
  }

  private mutating func note(_ amounts: [String: Money], file: Int) {
    for (column, money) in amounts {
      ignoredAmounts[file, default: [:]][column, default: MoneyBag()].add(money)
    }
  }
}
