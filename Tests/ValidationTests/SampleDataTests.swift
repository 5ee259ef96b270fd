import BillingModel
import CalendarDates
import Diagnostics
import FoundationEssentials
import Ingest
import Testing
import Validation

/// The sample's README lists every planted mistake; the program finds exactly those.
struct SampleDataTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3)
    .map { "/" + $0 }.joined() + "/sample-data"

  @Test func plantedMistakesAreTheOnlyErrorsAndViolations() throws {
    let found = try Self.findings().filter { $0.severity >= .violation }
    let places = found.map { "\($0.location.file):\($0.location.line ?? 0): \($0.rule)" }
    #expect(Set(places).sorted() == (try Self.planted()).sorted())
    // The bad amount stands in two columns of its row.
    #expect(places.count == Set(places).count + 1)
  }

  @Test func everyTableIsThereAndMostRowsAreGood() throws {
    let data = try Self.read().dataset
    for table in TableID.allCases where table != .productNames {
      #expect(data.isGiven(table), "\(table)")
    }
    #expect(data.users.count == 299)
    for file in data.files {
      #expect(file.rowsIn == file.accepted + file.quarantined + file.ignored)
      #expect(file.ignored == 0)
      #expect(file.quarantined <= 1)
    }
    #expect(Set(data.files.compactMap(\.encoding)) == ["utf-8", "utf-8-bom", "windows-1252"])
  }

  private static func read() throws -> IngestResult {
    let inputs = try FileFinder.files(of: [folder])
    let asOf = try #require(CalendarDate("2026-01-31"))
    let preparation = InputPreparation(SpoolPool())
    let prepared = PreparedInput.inOrder(
      inputs.map { preparation.prepare($0, ReadingOptions()) })
    let readings = prepared.map { FileReader.read($0, ReadingOptions()) }
    return Settling.settle(prepared.map(\.input), readings, asOf: asOf)
  }

  private static func findings() throws -> [Finding] {
    let result = try read()
    let asOf = try #require(CalendarDate("2026-01-31"))
    let data = result.dataset
    let context = RuleContext(data: data, asOf: asOf)
    let rows = result.rowFindings + Rules.check(context, LicenseCounts(data))
    let placed = RecordLocator(result).place(rows) { data.source(of: $0.row, in: $0.table) }
    return (result.findings + placed).map(\.finding)
  }

  /// `file:line: rule` of every row of the README's table of mistakes.
  private static func planted() throws -> [String] {
    let path = folder + "/README.md"
    let bytes = try #require(FileManager.default.contents(atPath: path))
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.filter { $0 != "`" && $0 != " " } }
      guard cells.count == 4, let number = Int(cells[1]) else { return nil }
      return "\(cells[0]):\(number): \(cells[2])"
    }
  }
}
