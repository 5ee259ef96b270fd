internal import BillingModel
public import CalendarDates
import Diagnostics
import ExactNumbers

/// The last step of reading, which sees all files: puts shards together, resolves what refers to
/// other files, finds second rows of a key, and closes the books of every file.
public struct Settling {
  let inputs: [InputFile]
  private let asOf: CalendarDate
  var readings: [TableReading] = []
  var domains: [TextDictionary]
  var tables: [TableID: TableContents] = [:]
  /// The rows whose key an earlier row has, as long as nothing has changed in their table.
  var secondRows: [TableID: [SecondRows.Pair]] = [:]
  private var quarantine: [QuarantinedRow] = []
  /// Rows that were read and taken out of the tables again, by file.
  var takenOut: [Int: [QuarantinedRow]] = [:]
  /// The amounts of records that are left out and in no table, by file and column.
  var ignoredAmounts: [Int: [String: MoneyBag]] = [:]
  /// Lines of files that are left out, whose currency is that of their invoice, by file.
  var ignoredLines: [Int: [PendingRow]] = [:]
  var rowFindings: [RowFinding] = []
  /// The products of pools, by code of the pool.
  private var pools: [Int: Int] = [:]

  /// Settles what reading the inputs gave, one list of tables for each input. Days after `asOf`, the
  /// report date, do not count as the age of a file. `people` are those that files were read with.
  public static func settle(
    _ inputs: [InputFile], _ readings: consuming [[TableReading]],
    people: consuming KnownPeople? = nil, asOf: CalendarDate
  ) -> IngestResult {
    var settling = Settling(inputs, consume readings, people: consume people, asOf: asOf)
    return settling.finish(settling.begin().map { $0.done() })
  }

  /// Settling in steps: `begin`, the work of each table on any thread, `finish`.
  public init(
    _ inputs: [InputFile], _ readings: consuming [[TableReading]],
    people: consuming KnownPeople? = nil, asOf: CalendarDate
  ) {
    self.inputs = inputs
    self.asOf = asOf
    domains = Domain.allCases.map { domain in
      (domain == .party ? people?.texts : nil) ?? TextDictionary(domain.folding)
    }
    for (input, tables) in readings.enumerated() {
      for var reading in tables {
        for index in reading.shards.indices {
          reading.shards[index].relabel(file: self.readings.count)
        }
        reading.layout.input = input
        reading.file.dialect = reading.witnesses.map(\.note)
        for index in reading.findings.indices { reading.findings[index].input = input }
        self.readings.append(reading)
      }
    }
  }

  /// Gives all shards the dictionaries of the data set; the result is what is to be done for each table,
  /// the largest first.
  public mutating func begin() -> [TableWork] {
    pickLastStates()
    return adoptShards().map { TableWork($0) }.sorted { $0.rowCount > $1.rowCount }
  }

  /// Settles the tables, the work of all of which is done.
  public mutating func finish(_ merged: consuming [MergedTable]) -> IngestResult {
    while let table = merged.popLast() {
      secondRows[table.contents.table] = table.secondRows
      tables[table.contents.table] = table.contents
    }
    leaveOutSummaries()
    let mentioned = internMentions()
    for table in TableID.allCases where table != .licenseAssignments {
      removeSecondRows(of: table)
    }
    resolveProducts()
    resolveCurrencies()
    removeSecondRows(of: .licenseAssignments)
    applyCorrections()
    closeBooks()
    return result(mentioned)
  }

  private mutating func result(_ mentioned: [Set<Int>]) -> IngestResult {
    quarantine.sort { ($0.source.file, $0.source.offset) < ($1.source.file, $1.source.offset) }
    let dataset = Dataset(
      tables: tables, domains: domains, mentioned: mentioned, pools: pools,
      files: readings.map(\.file), quarantine: quarantine)
    return IngestResult(
      dataset: dataset, findings: readings.flatMap(\.findings), rowFindings: rowFindings,
      inputs: inputs, layouts: readings.map(\.layout))
  }
}

extension Settling {
  /// Lines that are numbered by their place in the file are numbered on from file to file.
  ///
  /// Users come first, so that a person is spelled as `users` spells them. Of a table's files those with
  /// corrections come last, before them those with sums, so that their rows are second ones.
  private mutating func adoptShards() -> [[TableContents]] {
    let order = [TableID.users] + TableID.allCases.filter { $0 != .users }
    var ordinals = 0
    return order.map { table in
      var shards: [TableContents] = []
      for index in filesInOrder where readings[index].file.table == table {
        let shift = readings[index].hasOrdinals ? ordinals : 0
        // Nothing else holds a shard while it changes, so that it is not copied.
        readings[index].shards.reverse()
        while var shard = readings[index].shards.popLast() {
          shard.shiftNumbers(of: "line_number", by: shift)
          shard.adopt(&domains)
          shards.append(shard)
        }
        if readings[index].hasOrdinals { ordinals += readings[index].file.rowsIn }
      }
      return shards
    }.filter { !$0.isEmpty }
  }

  private var filesInOrder: [Int] {
    Self.order(of: readings.map { ($0.isCorrection, $0.file) })
  }

  /// The order in which files are put together.
  static func order(of files: [(isCorrection: Bool, file: SourceFile)]) -> [Int] {
    let places = files.map { $0.isCorrection ? 2 : $0.file.isSummary ? 1 : 0 }
    return files.indices.sorted { (places[$0], $0) < (places[$1], $1) }
  }

  /// The codes of keys that stand in records that cannot be used, by domain.
  private mutating func internMentions() -> [Set<Int>] {
    var mentioned = Domain.allCases.map { _ in Set<Int>() }
    for reading in readings {
      guard let table = reading.file.table, let domain = Self.domain(named: table) else { continue }
      for key in reading.mentions {
        var bytes: [UInt8] = []
        bytes.append(contentsOf: key.utf8)
        mentioned[domain.rawValue].insert(Int(domains[domain.rawValue].intern(bytes.span)))
      }
    }
    return mentioned
  }

  /// The domain whose ids a table lists.
  private static func domain(named table: TableID) -> Domain? {
    switch table {
    case .products: .product
    case .subscriptions: .subscription
    case .users: .party
    case .billingProfiles: .billingProfile
    case .invoices: .invoice
    default: nil
    }
  }

  /// Gives assignments that know only a product the product's one subscription; where there are more
  /// or none, the pool of the product.
  private mutating func resolveProducts() {
    guard let assignments = tables[.licenseAssignments], !assignments.isGiven(0) else { return }
    let known = subscriptionsByProduct()
    secondRows[.licenseAssignments] = nil
    for row in 0..<assignments.count where assignments.code(0, row) == nil {
      let product = assignments.code(1, row) ?? TextDictionary.none
      let candidates = known[product] ?? []
      let subscription = candidates.count == 1 ? candidates[0] : pool(of: product)
      tables[.licenseAssignments]?.setCode(0, row, subscription)
    }
  }

  /// The code of a product's pool among those of subscriptions.
  private mutating func pool(of product: UInt32) -> UInt32 {
    let id = domains[Domain.product.rawValue].text(of: Int(product))
    let name = Array("product:\(id)".utf8)
    let code = domains[Domain.subscription.rawValue].intern(name.span)
    pools[Int(code)] = Int(product)
    return code
  }

  private func subscriptionsByProduct() -> [UInt32: [UInt32]] {
    guard let table = tables[.subscriptions] else { return [:] }
    let ids = table.codes(0)
    let products = table.codes(1)
    var result: [UInt32: [UInt32]] = [:]
    for row in table.rows where result[products[row]]?.contains(ids[row]) != true {
      result[products[row], default: []].append(ids[row])
    }
    return result
  }

  /// Gives lines without a currency that of their invoice.
  private mutating func resolveCurrencies() {
    guard let lines = tables[.invoiceLines],
      let column = TableID.invoiceLines.schema.index(of: "currency"), !lines.isGiven(column)
    else { return }
    let known = currenciesOfInvoices()
    for row in 0..<lines.count where lines.currencyColumn(column)[row] == nil {
      guard let invoice = lines.code(0, row), let place = known[invoice],
        place != CurrencyCode.none
      else { continue }
      tables[.invoiceLines]?.setCurrency(column, row, place)
    }
  }

  private func currenciesOfInvoices() -> [UInt32: UInt16] {
    guard let invoices = tables[.invoices],
      let column = TableID.invoices.schema.index(of: "currency")
    else { return [:] }
    let currencies = invoices.currencies(column)
    return Dictionary(zip(invoices.codes(0), currencies)) { first, _ in first }
  }
}

/// The currency column's word for "not given".
enum CurrencyCode {
  static let none = UInt16.max
}

extension Settling {
  private mutating func removeSecondRows(of table: TableID) {
    guard var contents = tables[table] else { return }
    var pairs = secondRows[table] ?? SecondRows.find(in: contents)
    secondRows[table] = nil
    // Without the rows that are left out, others may be second ones of each other.
    while contents.files.count > 1, leaveOutOtherStates(of: table, pairs) {
      guard let left = tables[table] else { return }
      contents = left
      pairs = SecondRows.find(in: left)
    }
    for (row, first) in pairs {
      let place = self.place(of: first, in: contents)
      let isCopy = contents.isCopy(first, row)
      setAside(
        row, of: table, .duplicateKey, severity: isCopy ? .warning : .error,
        variant: isCopy ? 1 : 0, column: firstKey(of: table),
        facts: [
          Fact("key", keyText(of: row, in: contents)),
          Fact("first", "\(readings[place.file].file.path):\(place.line)"),
        ])
    }
  }

  private func firstKey(of table: TableID) -> String? {
    table.schema.columns.first { $0.isKey }?.name
  }

  private func keyText(of row: Int, in contents: TableContents) -> String {
    contents.table.schema.columns.enumerated().filter { $1.isKey }.map { column, schema in
      "\(schema.name) \(contents.text(column, row, domains) ?? "(empty)")"
    }.joined(separator: ", ")
  }

  func place(of row: Int, in contents: TableContents) -> RowSource {
    let place = contents.place(of: row)
    let file = contents.files.files(of: row)?.file ?? 0
    return RowSource(file: file, line: place.line, offset: place.offset)
  }

  /// Takes a row that was read out of the tables again.
  mutating func setAside(
    _ row: Int, of table: TableID, _ rule: RuleID, severity: Severity = .error, variant: Int,
    column: String?, facts: [Fact]
  ) {
    guard let contents = tables[table] else { return }
    let source = place(of: row, in: contents)
    let path = readings[source.file].file.path
    takenOut[source.file, default: []].append(
      QuarantinedRow(
        source: source, length: 0, table: table, rules: [rule.rawValue],
        amounts: contents.money(of: row)))
    tables[table]?.remove(row)
    rowFindings.append(
      RowFinding(
        rule: rule, severity: severity, variant: variant, table: table, row: row, column: column,
        subject: Subject(.record, "\(path):\(source.line)"), facts: facts))
  }
}

extension Settling {
  /// Counts rows and sums amounts of every file: what came in is what is accepted or set aside.
  private mutating func closeBooks() {
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
