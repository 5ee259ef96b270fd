import CSVReading
import Digests

/// Takes the records of a CSV file from a window.
protocol CSVTaker {
  /// Takes the regular records at the front of `count` bytes that begin at `place.start`, as long as
  /// they begin before the byte `limit`. The result is how many bytes and lines that is.
  mutating func takeBlock(
    _ bytes: Span<UInt8>, count: Int, limit: Int, _ scanner: inout CSVRecordScanner,
    _ place: CSVWindow.Place
  ) -> (bytes: Int, lines: Int)

  /// Takes one record.
  mutating func takeRecord(
    _ bytes: Span<UInt8>, _ scanner: inout CSVRecordScanner, _ outcome: CSVRecordScanner.Outcome,
    _ place: CSVWindow.Place)
}

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

  /// How many bytes are read at once, unless a test wants fewer.
  static let standardStep = 1 << 18

  private var stream: ByteStream
  private let step: Int
  private var buffer: [UInt8]
  private var filled = 0
  private var base = 0
  private var isAtEnd = false
  private var hash = SHA256()
  private let isHashing: Bool

  /// How many bytes were read.
  private(set) var byteCount = 0

  /// Opens a file, to be read from the byte `offset` on.
  init(
    _ source: ByteSource, isHashing: Bool = false, at offset: Int = 0, step: Int = standardStep
  ) throws(ReadFailure) {
    stream = try ByteStream(source)
    stream.move(to: offset)
    base = offset
    self.isHashing = isHashing
    self.step = step
    buffer = [UInt8](repeating: 0, count: step + UnsafeCells.slack + 1)
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

  /// Hands everything from the byte `start` of the bytes at hand on to `taker`: as many regular records
  /// at once as it takes, the others one by one. Ends before the first record that begins at or after
  /// the limit; the result is where that is.
  mutating func read<Taker: CSVTaker>(
    from start: Int, line firstLine: Int, limit limits: ReadingLimit,
    _ scanner: inout CSVRecordScanner,
    into taker: inout Taker
  ) throws(ReadFailure) -> Place {
    var position = start
    var line = firstLine
    if filled == 0, !isAtEnd { try fill(keepingFrom: 0) }
    var limit = limits.limit(reaching: base + filled)
    while base + position < limit {
      var place = Place(line: line, offset: base + position, start: position)
      let block = taker.takeBlock(
        buffer.span, count: filled - position, limit: limit - base, &scanner, place)
      position += block.bytes
      line += block.lines
      guard base + position < limit else { break }
      place = Place(line: line, offset: base + position, start: position)
      let outcome = scanner.scan(
        buffer.span.extracting(0..<filled), from: position, isLast: isAtEnd)
      switch outcome {
      case .end: return place
      case .incomplete:
        try fill(keepingFrom: position)
        position = 0
        limit = limits.limit(reaching: base + filled)
        continue
      case .emptyLine: break
      case .record, .unclosedQuote:
        taker.takeRecord(buffer.span.extracting(0..<filled), &scanner, outcome, place)
      }
      line += scanner.lineBreaks
      position = scanner.next
    }
    return Place(line: line, offset: base + position, start: position)
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
    let room = buffer.count - UnsafeCells.slack - 1
    if filled == room { buffer += [UInt8](repeating: 0, count: room) }
    let free = buffer.count - UnsafeCells.slack - 1 - filled
    let got = try stream.read(into: &buffer, at: filled, count: min(step, free))
    if isHashing { Self.add(buffer, filled..<filled + got, to: &hash) }
    filled += got
    byteCount += got
    if got == 0 { isAtEnd = true }
  }

  private static func add(_ bytes: [UInt8], _ range: Range<Int>, to hash: inout SHA256) {
    hash.update(bytes.span.extracting(range))
  }
}
