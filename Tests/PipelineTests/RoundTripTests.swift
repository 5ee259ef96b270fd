import TestSupport
import Testing

/// What is written as CSV reads back as what is written as JSON.
struct RoundTripTests {
  @Test(arguments: FiguresTests.reports)
  func csvSaysWhatJSONSays(report: String) throws {
    try Self.compare(report, folder: Billfold.sample)
  }

  @Test(arguments: UInt64(101)...103)
  func csvOfRandomTenantsSaysWhatJSONSays(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var tenant = RandomTenant(seed: seed)
    try tenant.write(to: folder)
    for report in FiguresTests.reports { try Self.compare(report, folder: folder.path) }
  }

  private static func compare(_ report: String, folder: String) throws {
    let words =
      (report.hasPrefix("export") ? ["export", "users"] : ["report", report])
      + [folder, "--as-of", "2026-01-31"]
    let rows = try Billfold.json(words)["rows"].elements
    let written = try Billfold.run(words + ["--format", "csv"])
    #expect(written.bytes.suffix(2) == [13, 10])
    let records = NaiveFiles.split(written.bytes, UInt8(ascii: ",")).map { record in
      record.fields.map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(records.count == rows.count + 1)
    for (record, row) in zip(records.dropFirst(), rows) {
      #expect(record == row.members.map { cell($0.value) })
      #expect(row.members.map(\.key) == records[0])
    }
  }

  /// How a value of JSON stands in CSV: texts that a spreadsheet would run get an apostrophe.
  private static func cell(_ value: JSON) -> String {
    switch value {
    case .null: return ""
    case .flag, .number: return value.cell
    case .list(let elements): return elements.map(\.cell).joined(separator: ";")
    case .object(let members):
      return members.map { $0.key + "=" + $0.value.cell }.joined(separator: ";")
    case .text(let text):
      guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
        Units(text) == nil
      else { return text }
      return "'" + text
    }
  }
}
