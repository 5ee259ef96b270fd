import BillingModel
import CalendarDates
import Diagnostics
import FoundationEssentials
import Ingest
import TestSupport
import Testing

/// Every format that comes with billfold reads its worked sample: `Samples/NAME.csv` or `.json`
/// becomes the rows of `Golden/NAME.txt`.
struct FormatSampleTests {
  @Test(arguments: FormatCatalog.builtIn.formats.map(\.name))
  func sampleBecomesTheRowsThatWereLookedAt(name: String) throws {
    let (file, bytes) = try sample(name)
    let result = InMemoryIngest.read([(name: file, bytes: bytes)], asOf: CalendarDate(days: 20_484))
    #expect(result.dataset.files.allSatisfy { $0.format == name })
    Golden.expect(Self.text(of: result), equals: name + ".txt")
  }

  private func sample(_ name: String) throws -> (name: String, bytes: [UInt8]) {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Samples")
    for ending in ["csv", "json"] {
      let file = name + "." + ending
      let path = folder.appending(path: file)
      if FileManager.default.fileExists(atPath: path.path) {
        return (file, Array(try Data(contentsOf: path)))
      }
    }
    Issue.record("there is no sample of \(name)")
    return (name, [])
  }

  /// All files, findings and accepted rows as text.
  static func text(of result: IngestResult) -> String {
    let data = result.dataset
    var text = data.files.map { file in
      "\(file.table?.rawValue ?? "no table"): \(file.rowsIn) rows, \(file.accepted) accepted, \(file.quarantined) quarantined, \(file.ignored) ignored\n"
    }.joined()
    let catalog = RuleCatalog(ReadingRules.all)
    for placed in result.findings {
      let finding = placed.finding
      text += "\(finding.location.line ?? 0):\(finding.location.column ?? 0) \(finding.rule): "
      text += catalog.message(of: finding) + "\n"
    }
    text += rows(data.products) + rows(data.subscriptions) + rows(data.licenseAssignments)
    text += rows(data.users) + rows(data.groupMembers) + rows(data.billingProfiles)
    text += rows(data.invoices) + rows(data.invoiceLines) + rows(data.charges)
    return text + rows(data.selfServicePolicies) + rows(data.productNames)
  }

  private static func rows<Tag>(_ table: Table<Tag>) -> String {
    table.rows.map { row in
      var lines = "\n\(Tag.id.rawValue)\n"
      for (place, column) in Tag.id.schema.columns.enumerated() {
        let cell = table.cell(column, at: place, row: row)
        if cell != .none { lines += "  \(column.name): \(cell)\n" }
      }
      for extra in table.extra {
        if let text = extra.cells[row] { lines += "  + \(extra.name): \(text)\n" }
      }
      return lines
    }.joined()
  }
}
