import CSVReading

/// Finds single records of a CSV file by their offset. Offsets that come in ascending order are read
/// piece by piece.
///
/// A class, because it owns the open file.
final class CSVRecordWindow {
  /// A record in the bytes at hand.
  struct Record {
    let start: Int
    let end: Int
    let fields: [CSVField]
  }

  /// The bytes at hand, in which the last record stands.
  private(set) var bytes: [UInt8] = []
  private let stream: ByteStream
  private var scanner: CSVRecordScanner
  private var base = 0
  private var ahead = ReadAhead()

  init(_ source: ByteSource, _ layout: RecordLayout) throws(ReadFailure) {
    stream = try ByteStream(source)
    scanner = CSVRecordScanner(delimiter: layout.delimiter)
    scanner.expectedFields = layout.names.count
  }

  /// The record that begins at that byte of the file; nil when none does any more.
  func record(at offset: Int) -> Record? {
    if offset >= base, offset < base + bytes.count, let found = scan(from: offset - base) {
      return found
    }
    var size = ahead.next(at: offset, after: base + bytes.count)
    while true {
      do throws(ReadFailure) {
        bytes = try stream.bytes(at: offset, count: size)
      } catch {
        return nil
      }
      base = offset
      if let found = scan(from: 0, isLast: bytes.count < size) { return found }
      guard bytes.count == size else { return nil }
      size *= 4
    }
  }

  /// The record at that place of the bytes at hand; nil when it is not whole there.
  private func scan(from start: Int, isLast: Bool = false) -> Record? {
    switch scanner.scan(bytes.span, from: start, isLast: isLast) {
    case .record, .unclosedQuote:
      Record(start: start, end: scanner.end, fields: scanner.fields)
    case .incomplete, .emptyLine, .end: nil
    }
  }
}
