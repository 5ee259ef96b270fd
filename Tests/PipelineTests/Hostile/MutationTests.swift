import BillingModel
import CSVReading
import CalendarDates
import Diagnostics
import Foundation
import Ingest
import PlainReading
import TestSupport
import Testing

/// Files of the sample, damaged at random: nothing crashes, no row is lost, every place is in the file.
struct MutationTests {
  private static let names = [
    "subscriptions/central.csv", "subscriptions/self-service.csv", "licenses/assignments.csv",
    "licenses/assignments-france.csv", "licenses/assignments-japan.json", "people/users.csv",
    "people/group-members.ndjson", "billing/invoices.csv", "billing/invoice-lines-2026.csv",
    "billing/profiles-and-roles.json", "billing/usage-charges-2026-01.csv", "products.json",
    "self-service-policies.csv", "exchange-rates.csv",
  ]

  @Test(arguments: UInt64(1)...60)
  func damagedFilesAreReadWithoutLoss(seed: UInt64) throws {
    var random = SeededGenerator(state: seed &* 104_729)
    for _ in 0..<6 {
      let name = try #require(Self.names.randomElement(using: &random))
      let whole = Array(
        FileManager.default.contents(atPath: Billfold.sample + "/" + name) ?? Data())
      let bytes = Self.damaged(Self.shortened(whole, name, &random), &random)
      Self.check(name, bytes)
      if name.hasSuffix(".csv") { Self.compareReaders(bytes) }
    }
  }

  @Test func anEmptyFieldThatEndsTheFileIsShown() throws {
    let folder = try TemporaryFolder()
    try folder.write("product_id,kind,product_name\nP1,microsoft,", to: "p.csv")
    let outcome = try Billfold.run(["validate", folder.path])
    #expect(outcome.code == 1)
    #expect(
      outcome.output.hasPrefix(
        """
        p.csv:2:14: error[missing-value]: product_name is empty
            2 | P1,microsoft,
              |              ^

        """))
  }

  /// The header and some of the lines: small files make small tests.
  private static func shortened(
    _ bytes: [UInt8], _ name: String, _ random: inout SeededGenerator
  ) -> [UInt8] {
    guard !name.hasSuffix(".json") else { return bytes }
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    let start = Int.random(in: 1...max(1, lines.count - 25), using: &random)
    let kept = [lines[0]] + lines[start..<min(lines.count, start + 25)]
    return Array(kept.joined(separator: [10]))
  }

  private static func damaged(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    let odd = Array("\"\"\",;\t\n\r{}[]:\\0-'".utf8) + [0, 0x80, 0xC3, 0xFF, 0xEF, 0xED, 0x9D]
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(odd.randomElement(using: &random) ?? 0, at: place)
      case 3: bytes[place] = odd.randomElement(using: &random) ?? 0
      case 4: bytes.removeSubrange(place..<min(bytes.count, place + 20))
      default:
        if Bool.random(using: &random) { bytes.removeSubrange(place...) }
      }
    }
    return bytes
  }

  private static func check(_ name: String, _ bytes: [UInt8]) {
    let text = Comment(rawValue: "\(name): \(String(decoding: bytes, as: UTF8.self))")
    let result = InMemoryIngest.read(
      [(name: name, bytes: bytes)], asOf: CalendarDate(days: 20_484))
    for file in result.dataset.files {
      #expect(min(file.accepted, file.quarantined, file.ignored) >= 0, text)
      #expect(file.rowsIn == file.accepted + file.quarantined + file.ignored, text)
    }
    let quarantined = result.dataset.files.map(\.quarantined).reduce(0, +)
    #expect(result.dataset.quarantine.count == quarantined, text)
    let locator = RecordLocator(result)
    let placed = locator.place(result.rowFindings) { finding in
      result.dataset.source(of: finding.row, in: finding.table)
    }
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    for item in result.findings + placed {
      guard let line = item.finding.location.line, let column = item.finding.location.column else {
        continue
      }
      #expect((1...lines.count).contains(line), text)
      // Windows-1252 is printed as UTF-8, where one byte is up to three.
      #expect(column >= 1 && column <= lines[max(0, line - 1)].count * 3 + 1, text)
      #expect(locator.excerpt(of: item) != nil || lines[line - 1].isEmpty, text)
    }
    for row in result.dataset.quarantine { #expect(locator.rawText(of: row) != nil, text) }
  }

  /// Both CSV readers see the same records at the same places.
  private static func compareReaders(_ bytes: [UInt8]) {
    let plain = PlainCSVReader.records(of: bytes, delimiter: UInt8(ascii: ","))
    var scanner = CSVRecordScanner(delimiter: UInt8(ascii: ","))
    var (position, line, place) = (0, 1, 0)
    while true {
      let outcome = scanner.scan(bytes.span, from: position, isLast: true)
      if outcome == .end { break }
      if outcome != .emptyLine, place < plain.count {
        let isRecord = outcome == .record
        let fields = scanner.fields.map { field in
          var content: [UInt8] = []
          field.copyContent(of: bytes.span, into: &content)
          return content
        }
        #expect(plain[place].line == line && plain[place].offset == position)
        #expect(plain[place].fields == (isRecord ? fields : nil))
        if scanner.expectedFields == nil, isRecord { scanner.expectedFields = fields.count }
      }
      if outcome != .emptyLine { place += 1 }
      line += scanner.lineBreaks
      position = scanner.next
    }
    #expect(place == plain.count)
  }
}
