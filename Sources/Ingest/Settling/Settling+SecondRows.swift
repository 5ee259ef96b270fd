import BillingModel
import Diagnostics

/// Rows whose key an earlier row has, and taking rows out.
extension Settling {
  mutating func removeSecondRows(of table: TableID) {
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
