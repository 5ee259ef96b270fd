import CSVReading
import PlainReading
import TestSupport
import Testing

/// The fast reader against the plain one: the same records at the same places, for every window size.
struct DifferentialTests {
  struct Record: Equatable {
    let line: Int
    let offset: Int
    let fields: [[UInt8]]?
    let starts: [Int]
  }

  /// Reads through a window that first shows `window` bytes and grows by as many when that is not enough.
  static func fastRecords(of bytes: [UInt8], delimiter: UInt8, window: Int, limit: Int = 1 << 24)
    -> [Record]
  {
    var scanner = CSVRecordScanner(delimiter: delimiter, quotedLimit: limit)
    var records: [Record] = []
    var base = 0
    var size = window
    var line = 1
    while true {
      let end = min(bytes.count, base + size)
      let view = Array(bytes[base..<end])
      let outcome = scanner.scan(view.span, from: 0, isLast: end == bytes.count)
      switch outcome {
      case .end: return records
      case .incomplete:
        size += window
        continue
      case .emptyLine: break
      case .unclosedQuote(let quote):
        records.append(Record(line: line, offset: base, fields: nil, starts: [base + quote]))
      case .record:
        let fields = scanner.fields.map { field in
          var content: [UInt8] = []
          field.copyContent(of: view.span, into: &content)
          return content
        }
        let starts = scanner.fields.map { base + $0.outerStart }
        records.append(Record(line: line, offset: base, fields: fields, starts: starts))
        if scanner.expectedFields == nil { scanner.expectedFields = fields.count }
      }
      line += scanner.lineBreaks
      base += scanner.next
      size = window
    }
  }

  static func plainRecords(of bytes: [UInt8], delimiter: UInt8, limit: Int = 1 << 24) -> [Record] {
    PlainCSVReader.records(of: bytes, delimiter: delimiter, quotedLimit: limit).map {
      Record(line: $0.line, offset: $0.offset, fields: $0.fields, starts: $0.starts)
    }
  }

  @Test(arguments: UInt64(1)...40)
  func bothReadersAgreeOnEveryInput(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let alphabet = Array("ab,;\"\"\n\n\r\0é".utf8)
    for _ in 0..<100 {
      let count = Int.random(in: 0...40, using: &random)
      let bytes = (0..<count).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &random)]
      }
      // A limit of a few bytes ends quoted fields early in both readers.
      let limit = [1 << 24, 1, 2, 5, 9].randomElement(using: &random) ?? 1
      let plain = Self.plainRecords(of: bytes, delimiter: UInt8(ascii: ","), limit: limit)
      for window in [1, 2, 3, 7, 64] {
        let fast = Self.fastRecords(
          of: bytes, delimiter: UInt8(ascii: ","), window: window, limit: limit)
        let text = String(decoding: bytes, as: UTF8.self).debugDescription
        #expect(fast == plain, "\(text) \(window)")
      }
    }
  }
}
