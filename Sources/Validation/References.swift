import BillingModel

/// The ids of one domain that the run knows: those of rows of its table, and of rows in quarantine.
struct KnownIDs: Sendable {
  /// By code.
  private let isUnknown: [Bool]

  /// Nil when the table of the domain was not given at all: then nothing can be said about ids.
  init?(_ domain: Domain, of table: TableID, in data: Dataset, row: (Int) -> Int?) {
    guard data.isGiven(table) else { return nil }
    isUnknown = (0..<data.codeCount(domain)).map { code in
      row(code) == nil && !data.isMentioned(domain, code)
    }
  }

  /// Calls `body` for each row that counts and names an id that is not known.
  func forEachUnknown<D>(_ column: TextColumn<D>, _ rows: RowSet, _ body: (_ row: Int) -> Void) {
    column.forEachRow(of: rows, chosen: isUnknown) { row, _ in body(row) }
  }
}

extension RuleFindings {
  /// Adds a finding for each row whose id is not known, as far as the row `isChecked` at all.
  mutating func addUnknown<Tag, D>(
    in table: Table<Tag>, _ column: TextColumn<D>, named name: String, known: KnownIDs,
    where isChecked: (Int) -> Bool = { _ in true }
  ) {
    known.forEachUnknown(column, table.rows) { row in
      if isChecked(row) { add(Tag.id, row, name, facts: [("id", column[row] ?? "")]) }
    }
  }
}
