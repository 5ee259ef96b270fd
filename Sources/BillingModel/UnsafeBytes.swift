/// The work on bytes that is done for every cell, through pointers.
///
/// Each pointer is used within the call that lends it
/// and within the count that comes with it.
enum UnsafeBytes {
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
