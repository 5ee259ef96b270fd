import BillingModel
import CalendarDates
import Ingest

/// What must hold for every input, whatever its bytes: for the fuzzer, and for the inputs that it kept.
package enum ReadingProperty: String, CaseIterable, Sendable {
  /// Both readers of CSV give the same records.
  case csv
  /// All readers of JSON give the same values.
  case json
  /// A file is read the same way in batches and in parts as record by record, and no row of it is lost.
  case exports
  /// A large file is read the same way however it is cut and whatever is guessed of its end.
  case large

  /// How the bytes break the property, as a text for the person who looks at it; nil when it holds.
  ///
  /// Of an export the first byte says which kind of file the others are, and of what stands in a large file
  /// whether that is JSON.
  package func violation(_ bytes: [UInt8]) -> String? {
    switch self {
    case .csv:
      for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";")] {
        for limit in [1 << 24, 5] {
          let difference = CSVAgreement.difference(
            bytes, delimiter: delimiter, windows: [1, 7, 64], quotedLimit: limit)
          if let difference { return difference }
        }
      }
      return nil
    case .json: return JSONAgreement.difference(bytes, steps: [1, 3, 16, 64])
    case .exports:
      guard let kind = bytes.first else { return nil }
      let names = ["f.csv", "f.json", "f.ndjson", "f.txt", "2026-01-05/f.csv", "f.csv.gz", "f.zip"]
      return Self.lostRows(Array(bytes.dropFirst()), name: names[Int(kind) % names.count])
    case .large:
      let rest = Array(bytes.dropFirst())
      return bytes.first == 1 ? LargeFiles.guessDifference(rest) : LargeFiles.cutDifference(rest)
    }
  }

  private static func lostRows(_ bytes: [UInt8], name: String) -> String? {
    let result = InMemoryIngest.read(
      [(name: name, bytes: bytes)], asOf: CalendarDate(days: 20_484))
    for file in result.dataset.files
    where file.rowsIn != file.accepted + file.quarantined + file.ignored {
      return "\(file.rowsIn) ≠ \(file.accepted) + \(file.quarantined) + \(file.ignored)"
    }
    return name.hasSuffix("z") || name.hasSuffix("p")
      ? nil : ReadingWays.difference(bytes, name: name)
  }
}
