import Glibc

/// The work on bytes that is done for every cell, through pointers.
///
/// The one file of this target with unsafe code. Each pointer is used within the call that lends it
/// and within the count that comes with it.
enum UnsafeBytes {
  /// A hash whose low bits depend on all bytes: eight bytes a step, multiplied and folded.
  static func hash(_ key: Span<UInt8>) -> UInt32 {
    unsafe key.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(raw.count)
      var index = 0
      while index + 8 <= raw.count {
        hash = mixed(hash, unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += 8
      }
      var rest: UInt64 = 0
      while index < raw.count {
        rest = rest << 8 | UInt64(unsafe raw[index])
        index += 1
      }
      hash = mixed(hash, rest)
      return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }
  }

  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  /// True when the bytes are those of an array in a range.
  static func isEqual(_ key: Span<UInt8>, _ bytes: [UInt8], in range: Range<Int>) -> Bool {
    guard key.count == range.count, range.upperBound <= bytes.count else { return false }
    return unsafe key.withUnsafeBufferPointer { left in
      unsafe bytes.withUnsafeBufferPointer { right in
        guard let first = left.baseAddress, let base = right.baseAddress else { return true }
        return unsafe memcmp(first, base + range.lowerBound, left.count) == 0
      }
    }
  }

  /// True when a byte is an ASCII capital or not ASCII.
  static func hasUpperCaseOrHighBytes(_ text: Span<UInt8>) -> Bool {
    unsafe text.withUnsafeBufferPointer { buffer in
      var found: UInt8 = 0
      for index in 0..<buffer.count {
        let byte = unsafe buffer[index]
        found |= (byte & 0x80) | (byte &- 65 < 26 ? 1 : 0)
      }
      return found != 0
    }
  }

  /// Appends bytes to an array.
  static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    unsafe text.withUnsafeBufferPointer { buffer in
      unsafe bytes.append(contentsOf: buffer)
    }
  }
}
