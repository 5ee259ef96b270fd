import BillingModel
import Ingest
import Reporting

extension CheckedRun {
  /// What the reports are worked out from, with the ids of the records in quarantine: these are read
  /// again, which only pages need.
  func siteBasis() -> ReportBasis {
    reportBasis(quarantine: QuarantineIndex(dataset, ids: quarantinedIDs()))
  }

  /// The ids in each record of the quarantine, in its order.
  private func quarantinedIDs() -> [[QuarantineIndex.ID]] {
    var ids = Array(repeating: [QuarantineIndex.ID](), count: dataset.quarantine.count)
    let places = Dictionary(
      dataset.quarantine.enumerated().map { ($1.source, $0) },
      uniquingKeysWith: { first, _ in first })
    let locator = RecordLocator(ingest)
    for table in Set(dataset.quarantine.compactMap(\.table)) {
      let columns = table.schema.columns.indices.compactMap { column -> (Int, Domain)? in
        guard case .id(let domain) = table.schema.columns[column].type, domain != .party else {
          return nil
        }
        return (column, domain)
      }
      guard !columns.isEmpty else { continue }
      locator.forEachQuarantined(of: table) { record in
        guard let place = places[record.row.source] else { return }
        ids[place] = columns.compactMap { column, domain in
          record.cells[column].map { QuarantineIndex.ID(domain, $0) }
        }
      }
    }
    return ids
  }
}
