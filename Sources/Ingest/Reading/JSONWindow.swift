import Digests
import JSONReading

/// The bytes at hand of a JSON file that is read from its begin to its end.
struct JSONWindow: ~Copyable {
  private static let step = 1 << 18

  private let stream: ByteStream
  private(set) var buffer: [UInt8]
  /// How many bytes of the buffer are the file's.
  private(set) var filled = 0
  /// The byte of the file that is the first at hand.
  private(set) var base = 0
  /// The bytes at hand go to the end of the file.
  private(set) var isAtEnd = false
  private var hash: SHA256?

  init(_ source: ByteSource, isHashing: Bool = false) throws(ReadFailure) {
    stream = try ByteStream(source)
    buffer = [UInt8](repeating: 0, count: Self.step)
    hash = isHashing ? SHA256() : nil
  }

  /// Moves the bytes from `position` on to the front and reads more behind them.
  mutating func fill(keepingFrom position: Int) throws(ReadFailure) {
    if position > 0 {
      buffer.replaceSubrange(0..<filled - position, with: buffer[position..<filled])
      filled -= position
      base += position
    }
    if filled == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
    let got = try stream.read(
      into: &buffer, at: filled, count: buffer.count - filled, from: base + filled)
    Self.add(buffer, filled..<filled + got, to: &hash)
    filled += got
    if got == 0 { isAtEnd = true }
  }

  /// How many bytes the file has and their SHA-256 in hex, once all were read and when it was asked for.
  consuming func finish() throws(ReadFailure) -> (byteCount: Int, sha256: String?) {
    while !isAtEnd { try fill(keepingFrom: filled) }
    let count = base + filled
    return (count, hash.take()?.finish().hex)
  }

  /// Counts lines up to a place in the bytes at hand.
  borrowing func advance(_ places: inout JSONLines, to index: Int) {
    places.advance(to: index, buffer.span.extracting(0..<filled))
  }

  private static func add(_ bytes: [UInt8], _ range: Range<Int>, to hash: inout SHA256?) {
    hash?.update(bytes.span.extracting(range))
  }
}
