internal import CZlib

/// The state of zlib while it expands one gzip file. Owns its memory.
@safe
struct Inflater: ~Copyable {
  /// What a step came to.
  enum Outcome: Hashable {
    case ongoing
    /// A member ends here; its checksum and length were right.
    case endOfMember
    case failed(String)
  }

  // Unsafe: zlib keeps the address of the stream, so it stays at one place until it is let go.
  private let stream: UnsafeMutablePointer<z_stream>

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 15 bits of window, and 16 for gzip alone.
    let result = unsafe inflateInit2_(
      stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(result == Z_OK, "zlib is the one that was compiled against, and there is memory")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Begins the next member.
  mutating func reset() {
    unsafe inflateReset(stream)
  }

  /// Expands from `input[range]` into `output`: how many bytes went in and came out.
  mutating func step(
    _ input: inout [UInt8], _ range: Range<Int>, into output: inout [UInt8]
  ) -> (read: Int, written: Int, outcome: Outcome) {
    let room = output.count
    // Unsafe: zlib reads and writes within the two buffers, during the call only.
    let status = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = source.baseAddress?.advanced(by: range.lowerBound)
        unsafe stream.pointee.avail_in = UInt32(range.count)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(room)
        return unsafe inflate(stream, Z_NO_FLUSH)
      }
    }
    let read = unsafe range.count - Int(stream.pointee.avail_in)
    let written = unsafe room - Int(stream.pointee.avail_out)
    return (read, written, outcome(status))
  }

  private func outcome(_ status: Int32) -> Outcome {
    switch status {
    case Z_OK, Z_BUF_ERROR: .ongoing
    case Z_STREAM_END: .endOfMember
    default: .failed(message)
    }
  }

  private var message: String {
    guard let text = unsafe stream.pointee.msg else { return "not gzip" }
    return unsafe String(cString: text)
  }
}
