import BillingModel
import ExactNumbers

/// The amounts of records that are left out, so that they balance like the rows.
extension Settling {
  /// Notes a file that is left out before its rows came into a table, or with its bad records only.
  mutating func noteIgnored(_ reading: TableReading, file: Int) {
    for shard in reading.shards {
      for row in 0..<shard.count where shard.rows.contains(row) {
        note(row, of: shard, shard.domains, file: file)
      }
    }
    for record in reading.pending { note(record, of: reading.file.table, file: file) }
  }

  /// Notes the rows of a file that were taken out of their table without going to quarantine.
  mutating func noteIgnoredRows(_ rows: Range<Int>, of file: Int, _ contents: TableContents) {
    let setAside = Set((takenOut[file] ?? []).map(\.source.offset))
    for row in rows where !contents.rows.contains(row) {
      guard !setAside.contains(place(of: row, in: contents).offset) else { continue }
      note(row, of: contents, domains, file: file)
    }
  }

  private mutating func note(
    _ row: Int, of contents: TableContents, _ domains: [TextDictionary], file: Int
  ) {
    let money = contents.money(of: row)
    for (column, money) in money {
      ignoredAmounts[file, default: [:]][column, default: MoneyBag()].add(money)
    }
    if money.isEmpty, let line = contents.lineWithoutCurrency(row, domains) {
      ignoredLines[file, default: []].append(line)
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
    guard let table else { return }
    guard let currency = record.currency else {
      if record.invoice != nil { ignoredLines[file, default: []].append(record) }
      return
    }
    note(record, in: currency, of: table, file: file)
  }

  /// Notes the lines whose currency is that of their invoice, now that all invoices are known. The result
  /// is how many amounts of each column have none all the same.
  mutating func noteIgnored(
    _ lines: [(PendingRow, currency: Currency?)], of file: Int
  ) -> [String: Int] {
    guard let table = readings[file].file.table else { return [:] }
    var unread: [String: Int] = [:]
    for (line, currency) in lines {
      if let currency {
        note(line, in: currency, of: table, file: file)
      } else {
        for column in line.amounts.keys {
          unread[table.schema.columns[column].name, default: 0] += 1
        }
      }
    }
    return unread
  }

  private mutating func note(
    _ record: PendingRow, in currency: Currency, of table: TableID, file: Int
  ) {
    for (column, amount) in record.amounts {
      let name = table.schema.columns[column].name
      ignoredAmounts[file, default: [:]][name, default: MoneyBag()].add(amount, currency)
    }
  }
}

extension TableContents {
  /// The amounts of an invoice's line that names no currency, with the invoice; nil for other rows.
  fileprivate func lineWithoutCurrency(_ row: Int, _ domains: [TextDictionary]) -> PendingRow? {
    guard table == .invoiceLines, let invoice = text(0, row, domains) else { return nil }
    let place = place(of: row)
    var line = PendingRow(line: place.line, offset: place.offset, length: 0, rules: [])
    line.invoice = invoice
    for (index, schema) in table.schema.columns.enumerated() where schema.type == .amount {
      line.amounts[index] = amounts(index)?[row]
    }
    return line
  }
}
