internal import CZlib

/// Compressed bytes for tests.
public enum GzipBytes {
  /// The bytes as one gzip member.
  public static func of(_ bytes: [UInt8]) -> [UInt8] {
    deflated(bytes, windowBits: 15 + 16)
  }

  /// The text as one gzip member.
  public static func of(_ text: String) -> [UInt8] { of(Array(text.utf8)) }

  /// The bytes as deflate alone, as zip holds them.
  static func raw(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, windowBits: -15) }

  /// The CRC-32 of the bytes.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    unsafe UInt32(crc32(0, bytes, UInt32(bytes.count)))
  }

  private static func deflated(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
    var stream = unsafe z_stream()
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    unsafe deflateInit2_(
      &stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    var input = bytes
    let bound = unsafe Int(deflateBound(&stream, UInt(bytes.count)))
    var output = [UInt8](repeating: 0, count: bound + 64)
    // Unsafe: zlib reads and writes within the two buffers, during the call only.
    unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        _ = unsafe deflate(&stream, Z_FINISH)
      }
    }
    let written = unsafe output.count - Int(stream.avail_out)
    unsafe deflateEnd(&stream)
    return Array(output.prefix(written))
  }
}
