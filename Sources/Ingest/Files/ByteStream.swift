import Glibc

/// Reads an input's bytes in order or at any place. Closes the file when it ends.
///
/// The one place of this target that hands memory to C.
struct ByteStream: ~Copyable {
  private let descriptor: Int32
  private let memory: [UInt8]
  private var position = 0

  init(_ source: ByteSource) throws(ReadFailure) {
    switch source {
    case .memory(let bytes):
      descriptor = -1
      memory = bytes
    case .file(let path):
      memory = []
      // Not blocking: a named pipe without a writer must not hang a nightly run.
      descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { throw Self.failure() }
      var facts = stat()
      guard unsafe fstat(descriptor, &facts) == 0 else {
        let failure = Self.failure()
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
    if descriptor >= 0 { _ = close(descriptor) }
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

  /// All bytes.
  func all() throws(ReadFailure) -> [UInt8] {
    guard descriptor >= 0 else { return memory }
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0 else { throw Self.failure() }
    var result = try bytes(at: 0, count: Int(facts.st_size))
    while true {
      let more = try bytes(at: result.count, count: 1 << 16)
      if more.isEmpty { return result }
      result += more
    }
  }

  private func read(
    into buffer: inout [UInt8], at start: Int, count: Int, from offset: Int
  ) throws(ReadFailure) -> Int {
    guard descriptor >= 0 else {
      let end = min(memory.count, offset + count)
      guard offset < end else { return 0 }
      buffer.replaceSubrange(start..<start + end - offset, with: memory[offset..<end])
      return end - offset
    }
    while true {
      let got = unsafe buffer.withUnsafeMutableBytes { raw in
        unsafe pread(descriptor, raw.baseAddress?.advanced(by: start), count, off_t(offset))
      }
      if got >= 0 { return got }
      guard errno == EINTR else { throw Self.failure() }
    }
  }

  private static func failure() -> ReadFailure {
    guard let text = unsafe strerror(errno) else { return ReadFailure(reason: "error \(errno)") }
    return unsafe ReadFailure(reason: String(cString: text))
  }
}
