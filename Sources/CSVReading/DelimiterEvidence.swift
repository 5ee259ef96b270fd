/// What the first records of a file say about its delimiter.
public struct DelimiterEvidence: Hashable, Sendable {
  /// The delimiter.
  public let delimiter: UInt8
  /// How many fields the first record has.
  public let fields: Int
  /// How many of the records after the first were looked at.
  public let records: Int
  /// How many of these have as many fields as the first.
  public let matching: Int

  /// The delimiters that are tried, in this order.
  public static let candidates: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"),
  ]

  /// Reads the records in `bytes` with each candidate. `isWhole` is true when the bytes are the whole
  /// file, false when they may end within a record.
  public static func gather(_ bytes: Span<UInt8>, isWhole: Bool) -> [DelimiterEvidence] {
    candidates.map { gather(bytes, delimiter: $0, isWhole: isWhole) }
  }

  private static func gather(
    _ bytes: Span<UInt8>, delimiter: UInt8, isWhole: Bool
  ) -> DelimiterEvidence {
    var scanner = CSVRecordScanner(delimiter: delimiter)
    var position = 0
    var fields = 0
    var records = 0
    var matching = 0
    scan: while true {
      switch scanner.scan(bytes, from: position, isLast: isWhole) {
      case .record where fields == 0: fields = scanner.fields.count
      case .record:
        records += 1
        if scanner.fields.count == fields { matching += 1 }
      case .unclosedQuote: records += 1
      case .emptyLine: break
      case .incomplete, .end: break scan
      }
      position = scanner.next
    }
    return DelimiterEvidence(
      delimiter: delimiter, fields: fields, records: records, matching: matching)
  }

  /// The one candidate that splits the first record and most of the others alike.
  ///
  /// Nil when two candidates are equally good; a file that no candidate splits is comma-separated.
  public static func decide(_ all: [DelimiterEvidence]) -> UInt8? {
    let splitting = all.filter { $0.fields > 1 }
    guard let best = splitting.max(by: { $0.isWorse(than: $1) }) else {
      return UInt8(ascii: ",")
    }
    let equals = splitting.filter { !$0.isWorse(than: best) }
    return equals.count == 1 ? best.delimiter : nil
  }

  /// Fewer matching records, then fewer fields.
  private func isWorse(than other: DelimiterEvidence) -> Bool {
    let left = matching * max(1, other.records)
    let right = other.matching * max(1, records)
    return left != right ? left < right : fields < other.fields
  }
}
