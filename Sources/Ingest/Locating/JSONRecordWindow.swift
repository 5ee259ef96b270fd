import JSONReading

/// Finds single records of a JSON file by their offset. Offsets that come in ascending order are read
/// piece by piece.
///
/// A class, because it owns the open file.
final class JSONRecordWindow {
  /// How far the beginning of a line is looked for right before a record.
  private static let nearLine = 1 << 10

  /// The bytes at hand, in which the last record stands.
  private(set) var bytes: [UInt8] = []
  private let stream: ByteStream
  private var base = 0
  private var isWhole = false
  private var ahead = ReadAhead()
  /// The byte up to which lines are counted, and how many bytes of its line stand before it.
  private var counted = (offset: 0, lead: 0)

  init(_ source: ByteSource) throws(ReadFailure) {
    stream = try ByteStream(source)
  }

  /// Where in the bytes at hand the value stands that begins at that byte of the file; nil when none
  /// does any more.
  func record(at offset: Int) throws(ReadFailure) -> Range<Int>? {
    if offset >= base, offset < base + bytes.count, let end = end(from: offset - base) {
      return offset - base..<end
    }
    var size = ahead.next(at: offset, after: base + bytes.count)
    while true {
      bytes = try stream.bytes(at: offset, count: size)
      base = offset
      isWhole = bytes.count < size
      if let end = end(from: 0) { return 0..<end }
      guard !isWhole else { return bytes.isEmpty ? nil : 0..<bytes.count }
      size *= 4
    }
  }

  /// Some bytes of the file; fewer at its end.
  func bytes(at offset: Int, count: Int) throws(ReadFailure) -> [UInt8] {
    try stream.bytes(at: offset, count: count)
  }

  /// How many bytes of its line stand before that byte of the file.
  func lead(of offset: Int) throws(ReadFailure) -> Int {
    let near = max(counted.offset > offset ? 0 : counted.offset, offset - Self.nearLine)
    let before = try stream.bytes(at: near, count: offset - near)
    if before.count == offset - near, let feed = before.lastIndex(of: 10) {
      counted = (offset, before.count - feed - 1)
      return counted.lead
    }
    if offset < counted.offset { counted = (0, 0) }
    while counted.offset < offset {
      let piece = try stream.bytes(
        at: counted.offset, count: min(1 << 18, offset - counted.offset))
      guard !piece.isEmpty else { break }
      counted.offset += piece.count
      if let feed = piece.lastIndex(of: 10) {
        counted.lead = piece.count - feed - 1
      } else {
        counted.lead += piece.count
      }
    }
    return counted.lead
  }

  /// The byte after the value at `start`; nil when it goes on behind the bytes at hand.
  private func end(from start: Int) -> Int? {
    let bytes = self.bytes
    var cursor = JSONCursor(at: start)
    do throws(JSONSyntaxError) {
      repeat {
        guard let token = try cursor.next(bytes.span, isLast: isWhole) else { return nil }
        if token == .end { break }
      } while cursor.depth > 0
    } catch {
      return nil
    }
    return cursor.position
  }
}
