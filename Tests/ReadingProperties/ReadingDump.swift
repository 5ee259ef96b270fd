import BillingModel
import Diagnostics
package import Ingest

/// What a reading gave, as values that can be compared.
package struct ReadingDump: Equatable, Sendable {
  private let rows: [[TableCell]]
  private let places: [RowSource]
  private let findings: [PlacedFinding]
  private let rowFindings: [String]
  private let quarantine: [String]
  private let files: [String]

  package init(_ result: IngestResult) {
    let data = result.dataset
    var rows: [[TableCell]] = []
    var places: [RowSource] = []
    func add<Tag>(_ table: Table<Tag>) {
      for row in table.rows {
        let cells = Tag.id.schema.columns.enumerated().map { table.cell($1, at: $0, row: row) }
        let extra = table.extra.map { $0.cells[row].map { TableCell.text($0) } ?? .none }
        rows.append(cells + extra)
        places.append(table.source(of: row))
      }
    }
    add(data.products)
    add(data.subscriptions)
    add(data.licenseAssignments)
    add(data.users)
    add(data.groupMembers)
    add(data.billingProfiles)
    add(data.billingProfileRoles)
    add(data.invoices)
    add(data.invoiceLines)
    add(data.selfServicePolicies)
    add(data.charges)
    add(data.productNames)
    self.rows = rows
    self.places = places
    findings = result.findings
    rowFindings = result.rowFindings.map { "\($0)" }
    quarantine = data.quarantine.map { row in
      let amounts = row.amounts.sorted { $0.key < $1.key }.map { "\($0)" }
      return "\(row.source) \(row.length) \(row.rules) \(amounts) \(row.unread.sorted())"
    }
    files = data.files.map { file in
      "\(file.rowsIn) \(file.accepted) \(file.quarantined) \(file.encoding ?? "") \(file.amounts)"
    }
  }
}
