import BillingModel
public import Diagnostics

/// What is wrong with the rows that a row of a report is worked out from.
public struct RowMarks: Hashable, Sendable {
  /// How many findings there are of each severity, waived ones apart.
  public var findings: [Severity: Int] = [:]
  /// How many findings are waived.
  public var waived = 0
  /// How many records with one of its ids are in quarantine.
  public var quarantined = 0

  /// True when nothing is wrong.
  public var isEmpty: Bool { findings.isEmpty && waived == 0 && quarantined == 0 }
}

/// The findings and quarantined records by the rows that they are about.
public struct RowMarkIndex: Sendable {
  private struct Count {
    var bySeverity: [Severity: Int] = [:]
    var waived = 0
  }

  private let data: Dataset
  private let quarantine: QuarantineIndex
  private var counts: [RowReference: Count] = [:]
  /// The rows of each table that something is found in, by the place of the table.
  private var found = Array(repeating: RowSet(), count: TableID.allCases.count)
  private let subscriptions: TextColumn<SubscriptionID>
  private let invoices: TextColumn<InvoiceID>

  /// Counts the findings of each row.
  public init(_ basis: ReportBasis) {
    data = basis.data
    quarantine = basis.quarantine
    subscriptions = data.subscriptions.subscriptionID
    invoices = data.invoices.invoiceID
    for finding in basis.findings.all {
      let row = RowReference(finding.table, finding.row)
      found[finding.table.place].insert(finding.row)
      if finding.waiver == nil {
        counts[row, default: Count()].bySeverity[finding.severity, default: 0] += 1
      } else {
        counts[row, default: Count()].waived += 1
      }
    }
  }

  /// What is wrong with a row of a report that names those ids.
  public func marks(ids: [QuarantineIndex.ID], of row: Int, in rows: ReportRows) -> RowMarks {
    var marks = RowMarks()
    var records = quarantine.isEmpty ? [] : records(with: ids)
    rows.forEachSource(of: row) { source in
      if !quarantine.isEmpty { add(recordsOf: source, to: &records) }
      guard found[source.table.place].contains(source.row), let count = counts[source] else {
        return
      }
      marks.waived += count.waived
      for (severity, number) in count.bySeverity {
        marks.findings[severity, default: 0] += number
      }
    }
    marks.quarantined = records.count
    return marks
  }

  /// How many records in quarantine have one of the ids, or are of a thing among the rows.
  public func quarantined(ids: [QuarantineIndex.ID], sources: [RowReference]) -> Int {
    guard !quarantine.isEmpty else { return 0 }
    var records = records(with: ids)
    for source in sources { add(recordsOf: source, to: &records) }
    return records.count
  }

  /// The records in quarantine with one of the ids.
  private func records(with ids: [QuarantineIndex.ID]) -> Set<Int> {
    var found: Set<Int> = []
    for id in ids {
      if let code = data.code(id.domain, of: id.text) {
        found.formUnion(quarantine.records(with: id.domain, code))
      }
    }
    return found
  }

  /// Adds the records in quarantine with the subscription or invoice of a row.
  private func add(recordsOf source: RowReference, to found: inout Set<Int>) {
    switch source.table {
    case .subscriptions:
      guard let code = subscriptions.code(source.row) else { return }
      found.formUnion(quarantine.records(with: .subscription, code))
    case .invoices:
      guard let code = invoices.code(source.row) else { return }
      found.formUnion(quarantine.records(with: .invoice, code))
    default: return
    }
  }
}
