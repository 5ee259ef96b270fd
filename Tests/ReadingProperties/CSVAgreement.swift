import CSVReading
import PlainReading

/// The fast reader of CSV against the plain one: the same records at the same places, for every size of window.
package enum CSVAgreement {
  /// A record as either reader gives it.
  package struct Record: Equatable, CustomStringConvertible {
    let line: Int
    let offset: Int
    package let fields: [[UInt8]]?
    let starts: [Int]

    package var description: String {
      let texts = fields.map { $0.map { String(decoding: $0, as: UTF8.self) }.description }
      return "\(line) @\(offset) \(texts ?? "damaged") \(starts)"
    }
  }

  /// Where the readers differ, as a text for the person who looks at it; nil when they agree.
  package static func difference(
    _ bytes: [UInt8], delimiter: UInt8, windows: [Int], quotedLimit: Int = 1 << 24
  ) -> String? {
    let plain = plainRecords(of: bytes, delimiter: delimiter, limit: quotedLimit)
    for window in windows {
      let fast = fastRecords(of: bytes, delimiter: delimiter, window: window, limit: quotedLimit)
      if fast != plain { return "window \(window): \(fast) instead of \(plain)" }
    }
    return nil
  }

  /// Reads through a window that first shows `window` bytes and grows by as many when that is not enough.
  package static func fastRecords(
    of bytes: [UInt8], delimiter: UInt8, window: Int, limit: Int
  ) -> [Record] {
    var scanner = CSVRecordScanner(delimiter: delimiter, quotedLimit: limit)
    var records: [Record] = []
    var base = 0
    var size = window
    var line = 1
    while true {
      let end = min(bytes.count, base + size)
      let view = Array(bytes[base..<end])
      switch scanner.scan(view.span, from: 0, isLast: end == bytes.count) {
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

  private static func plainRecords(of bytes: [UInt8], delimiter: UInt8, limit: Int) -> [Record] {
    PlainCSVReader.records(of: bytes, delimiter: delimiter, quotedLimit: limit).map {
      Record(line: $0.line, offset: $0.offset, fields: $0.fields, starts: $0.starts)
    }
  }
}
