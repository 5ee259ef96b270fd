import Glibc

/// Reads an input's bytes in order or at any place. Closes the file when it ends.
///
/// The one place of this target that hands memory to C.
struct ByteStream: ~Copyable {
  private let descriptor: Int32
  private let memory: [UInt8]
  /// The spooled bytes, whose file is not closed here.
  private let piece: SpoolPiece?
  private var position = 0

  init(_ source: ByteSource) throws(ReadFailure) {
    switch source {
    case .memory(let bytes):
      descriptor = -1
      memory = bytes
      piece = nil
    case .spool(let spooled):
      descriptor = spooled.file.descriptor
      memory = []
      piece = spooled
    case .file(let path):
      memory = []
      piece = nil
      // Not blocking: a named pipe without a writer must not hang a nightly run.
      descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { throw ReadFailure.ofSystem() }
      var facts = stat()
      guard unsafe fstat(descriptor, &facts) == 0 else {
        let failure = ReadFailure.ofSystem()
        _ = close(descriptor)
        throw failure
      }
      guard facts.st_mode & S_IFMT == S_IFREG else {
        _ = close(descriptor)
        throw ReadFailure(reason: "Not a regular file")
      }
    }
  }

  deinit {
    if descriptor >= 0, piece == nil { _ = close(descriptor) }
  }

  /// The open file and the part of it that these bytes are; nil for bytes in memory.
  func region() throws(ReadFailure) -> (descriptor: Int32, offset: Int, count: Int)? {
    guard descriptor >= 0 else { return nil }
    return (descriptor, piece?.offset ?? 0, try count())
  }

  private func count() throws(ReadFailure) -> Int {
    if let piece { return piece.count }
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0 else { throw .ofSystem() }
    return Int(facts.st_size)
  }

  /// Goes on reading at that byte.
  mutating func move(to offset: Int) {
    position = offset
  }

  /// Reads at most `count` bytes to `buffer[start...]`; 0 at the end.
  mutating func read(
    into buffer: inout [UInt8], at start: Int, count: Int
  ) throws(ReadFailure) -> Int {
    let result = try read(into: &buffer, at: start, count: count, from: position)
    position += result
    return result
  }

  /// Reads at most `count` bytes from the byte `offset` on; fewer at the end.
  func bytes(at offset: Int, count: Int) throws(ReadFailure) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = try read(into: &buffer, at: filled, count: count - filled, from: offset + filled)
      if got == 0 { break }
      filled += got
    }
    buffer.removeLast(count - filled)
    return buffer
  }

  /// Hands all bytes to `body` in pieces, until it returns false.
  func forEachPiece(_ body: (borrowing Span<UInt8>) -> Bool) throws(ReadFailure) {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var place = 0
    while true {
      let got = try read(into: &buffer, at: 0, count: buffer.count, from: place)
      guard got > 0, body(buffer.span.extracting(0..<got)) else { return }
      place += got
    }
  }

  /// All bytes.
  func all() throws(ReadFailure) -> [UInt8] {
    guard descriptor >= 0 else { return memory }
    var result = try bytes(at: 0, count: try count())
    while true {
      let more = try bytes(at: result.count, count: 1 << 16)
      if more.isEmpty { return result }
      result += more
    }
  }

  /// Reads at most `count` bytes from the byte `offset` on to `buffer[start...]`; 0 at the end.
  func read(
    into buffer: inout [UInt8], at start: Int, count: Int, from offset: Int
  ) throws(ReadFailure) -> Int {
    guard descriptor >= 0 else {
      let end = min(memory.count, offset + count)
      guard offset < end else { return 0 }
      buffer.replaceSubrange(start..<start + end - offset, with: memory[offset..<end])
      return end - offset
    }
    let wanted = piece.map { min(count, max(0, $0.count - offset)) } ?? count
    let place = (piece?.offset ?? 0) + offset
    while true {
      let got = unsafe buffer.withUnsafeMutableBytes { raw in
        unsafe pread(descriptor, raw.baseAddress?.advanced(by: start), wanted, off_t(place))
      }
      if got >= 0 { return got }
      guard errno == EINTR else { throw ReadFailure.ofSystem() }
    }
  }
}
