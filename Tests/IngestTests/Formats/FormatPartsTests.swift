import BillingModel
import CalendarDates
import FoundationEssentials
import Ingest
import ReadingProperties
import TestSupport
import Testing

/// Vendors' exports read in parts against reading them from the first byte to the last.
struct FormatPartsTests {
  private static let asOf = CalendarDate(days: 20_484)

  private static let samples: [URL] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Samples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".csv") }.sorted().map { folder.appending(path: $0) }
  }()

  /// The records of each sample some times, whole and with damage, cut anywhere.
  @Test(arguments: samples)
  func partsGiveWhatTheWholeFileGives(sample: URL) throws {
    let lines = Array(try Data(contentsOf: sample)).split(
      separator: 10, omittingEmptySubsequences: false)
    var random = SeededGenerator(state: UInt64(lines.count))
    for damages in [0, 0, 3, 12] {
      var bytes = Array(
        (lines[..<1] + (0..<6).flatMap { _ in lines[1...] }).joined(separator: [10]))
      for _ in 0..<damages {
        let place = Int.random(in: lines[0].count..<bytes.count, using: &random)
        bytes[place] = [UInt8(ascii: "\""), 10, 44, 0xE9, 0, 88].randomElement(using: &random) ?? 0
      }
      let input = InputFile(path: sample.lastPathComponent, source: .memory(bytes))
      let expected = Self.text(FileReader.read(.asItIs(input), ReadingOptions()), input)
      for parts in [2, 3, 7, 20] {
        var options = ReadingOptions()
        options.blocks = BlockSizes(step: 64 * parts)
        let file = FileParts(.asItIs(input), options, parts: parts, least: 1)
        let read = (0..<file.count).map { FileReader.read(file, part: $0) }
        let found = Self.text(FileReader.join(file, read), input)
        #expect(found == expected, "\(parts) parts, \(damages) damages")
      }
    }
  }

  private static func text(_ readings: [TableReading], _ input: InputFile) -> String {
    let result = Settling.settle([input], [readings], asOf: asOf)
    return FormatSampleTests.text(of: result) + "\(result.rowFindings)"
      + "\(result.dataset.quarantine.map { ($0.source, $0.rules) })"
  }
}
