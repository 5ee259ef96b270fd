import BillingModel
import CalendarDates
import ExactNumbers

/// The books of every file.
extension Settling {
  /// Counts rows and sums amounts of every file: what came in is what is accepted or set aside.
  mutating func closeBooks() {
    let codes = currenciesOfInvoices()
    for index in readings.indices {
      var books = FileBooks(readings[index].file.table, readings[index].layout.sources)
      for row in readings[index].pending {
        quarantine.append(books.add(row, file: index, currency: currency(of: row, codes)))
      }
      for row in takenOut[index] ?? [] {
        books.add(quarantined: row)
        quarantine.append(row)
      }
      if let table = readings[index].file.table, let contents = tables[table],
        let rows = contents.files.first(where: { $0.file == index })?.rows
      {
        books.add(contents, rows)
        if readings[index].file.ignored > 0 { noteIgnoredRows(rows, of: index, contents) }
        readings[index].file.accepted = contents.rows.count(in: rows)
        readings[index].file.newestDate = contents.newestDay(in: rows, upTo: asOf.days).map {
          CalendarDate(days: $0)
        }
      }
      readings[index].file.quarantined =
        readings[index].file.rowsIn - readings[index].file.accepted - readings[index].file.ignored
      let lines = (ignoredLines[index] ?? []).map { ($0, currency(of: $0, codes)) }
      let unread = noteIgnored(lines, of: index)
      books.add(ignored: ignoredAmounts[index] ?? [:], unread: unread)
      readings[index].file.amounts = books.amounts
      readings[index].file.unread = books.unread
    }
  }

  private func currency(of row: PendingRow, _ known: [UInt32: UInt16]) -> Currency? {
    if let currency = row.currency { return currency }
    guard let invoice = row.invoice,
      let code = domains[Domain.invoice.rawValue].code(of: invoice),
      let place = known[UInt32(code)], place != CurrencyCode.none
    else { return nil }
    return Currency(listIndex: place)
  }
}
