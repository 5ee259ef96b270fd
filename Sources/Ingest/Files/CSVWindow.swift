import CSVReading
import Digests

/// Slides a window over a CSV file and hands out its records one after the other.
struct CSVWindow: ~Copyable {
  /// Where a record lies.
  struct Place {
    /// The line on which the record begins, from 1.
    let line: Int
    /// The byte of the file at which the record begins.
    let offset: Int
    /// The place of the record's first byte in the bytes at hand.
    let start: Int
  }

  private static let step = 1 << 20

  private var stream: ByteStream
  private var buffer = [UInt8](repeating: 0, count: step)
  private var filled = 0
  private var base = 0
  private var isAtEnd = false
  private var hash = SHA256()
  private let isHashing: Bool

  /// How many bytes were read.
  private(set) var byteCount = 0

  init(_ source: ByteSource, isHashing: Bool = false) throws(ReadFailure) {
    stream = try ByteStream(source)
    self.isHashing = isHashing
  }

  /// Hands the first bytes to `body`, at least `count` when the file has as many.
  mutating func peek<Result>(
    _ count: Int, _ body: (borrowing Span<UInt8>, _ isWhole: Bool) -> Result
  ) throws(ReadFailure) -> Result {
    while filled < count, !isAtEnd { try fill(keepingFrom: 0) }
    return body(buffer.span.extracting(0..<filled), isAtEnd)
  }

  /// Hands every record from the byte `start` on to `body`, until it returns false.
  mutating func forEachRecord(
    from start: Int, line firstLine: Int = 1, _ scanner: inout CSVRecordScanner,
    _ body: (
      borrowing Span<UInt8>, inout CSVRecordScanner, CSVRecordScanner.Outcome, Place
    ) -> Bool
  ) throws(ReadFailure) {
    var position = start
    var line = firstLine
    if filled == 0, !isAtEnd { try fill(keepingFrom: 0) }
    while true {
      let outcome = scanner.scan(
        buffer.span.extracting(0..<filled), from: position, isLast: isAtEnd)
      switch outcome {
      case .end: return
      case .incomplete:
        try fill(keepingFrom: position)
        position = 0
        continue
      case .emptyLine: break
      case .record, .unclosedQuote:
        let place = Place(line: line, offset: base + position, start: position)
        guard body(buffer.span.extracting(0..<filled), &scanner, outcome, place) else { return }
      }
      line += scanner.lineBreaks
      position = scanner.next
    }
  }

  /// The SHA-256 of all bytes in hex, once everything is read and when it was asked for.
  consuming func finish() throws(ReadFailure) -> (byteCount: Int, sha256: String?) {
    while !isAtEnd { try fill(keepingFrom: filled) }
    let count = byteCount
    return (count, isHashing ? hash.finish().hex : nil)
  }

  /// Moves the bytes from `position` on to the front and reads more behind them.
  private mutating func fill(keepingFrom position: Int) throws(ReadFailure) {
    if position > 0 {
      let kept = filled - position
      for index in 0..<kept { buffer[index] = buffer[position + index] }
      base += position
      filled = kept
    }
    if filled == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
    let got = try stream.read(into: &buffer, at: filled, count: buffer.count - filled)
    if isHashing { Self.add(buffer, filled..<filled + got, to: &hash) }
    filled += got
    byteCount += got
    if got == 0 { isAtEnd = true }
  }

  private static func add(_ bytes: [UInt8], _ range: Range<Int>, to hash: inout SHA256) {
    hash.update(bytes.span.extracting(range))
  }
}
