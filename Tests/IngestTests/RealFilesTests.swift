import BillingModel
import CalendarDates
import FoundationEssentials
import Ingest
import Testing

/// Real public files, read where they stand beside the checkout (`../shared/data`).
struct RealFilesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data").standardized.path

  private static var isPresent: Bool { FileManager.default.fileExists(atPath: folder) }

  private func read(_ name: String) throws -> Dataset {
    let bytes = try Data(contentsOf: URL(filePath: Self.folder + "/" + name))
    return InMemoryIngest.read(
      [(name: name, bytes: Array(bytes))], asOf: CalendarDate(days: 20_500)
    ).dataset
  }

  @Test(.enabled(if: isPresent, "../shared/data is not there"))
  func theLicensingProductNamesAreReadWhole() throws {
    let data = try read("Product names and service plan identifiers for licensing (2023).csv")
    let file = try #require(data.files.first)
    #expect(file.encoding == "windows-1252" && file.table == .productNames)
    // Eight rows stand there twice, letter for letter.
    #expect([file.rowsIn, file.accepted, file.quarantined] == [3235, 3227, 8])
    let names = data.productNames
    #expect(Set(names.rows.map { names.skuID[$0] }).count == 402)
  }

  @Test(
    .enabled(if: isPresent, "../shared/data is not there"),
    arguments: [
      ("graph/subscribedSkus.json", "graph-subscribed-skus", 2),
      ("azure-billing/billingProfilesListByBillingAccount.body.json", "azure-billing-profiles", 2),
      ("azure-billing/transactionsListByInvoice.body.json", "azure-billing-transactions", 2),
      ("focus-converters/focusconv_azure_ea_export.csv", "azure-cost-usage-ea", 27),
    ])
  func everyRowOfAVendorsFileIsRead(name: String, format: String, rows: Int) throws {
    let file = try #require(try read(name).files.first)
    #expect(file.format == format)
    #expect([file.rowsIn, file.accepted] == [rows, rows])
  }

  @Test(.enabled(if: isPresent, "../shared/data is not there"))
  func datesOfFOCUSThatBreakTheSpecificationAreRefused() throws {
    let file = try #require(try read("focus/simple_saas_agreements_a1.csv").files.first)
    #expect(file.format == "focus-1.0" || file.format == "focus-1.1")
    #expect([file.rowsIn, file.accepted, file.quarantined] == [1, 0, 1])
  }
}
