/// The last step of every page of text.
enum PageBytes {
  /// The bytes with each control character that documents must not have (all but tab and line breaks)
  /// replaced by U+FFFD: names come from files and may hold anything.
  static func cleaned(_ bytes: borrowing Span<UInt8>) -> [UInt8] {
    let first = firstControl(bytes) ?? bytes.count
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    // Unsafe: the bytes are read within their bounds, during the call only.
    unsafe bytes.withUnsafeBufferPointer { unsafe result.append(contentsOf: $0[..<first]) }
    var index = first
    while index < bytes.count {
      if isControl(bytes, at: index) {
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        index += bytes[index] == 0xC2 ? 2 : 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static let block = 64

  /// Looks at a block of bytes at a time, without a branch for each of them.
  private static func firstControl(_ bytes: borrowing Span<UInt8>) -> Int? {
    var start = 0
    while start + block < bytes.count, !mayHaveControl(bytes, start) { start += block }
    // A block that has one, or the rest.
    for index in start..<bytes.count where isControl(bytes, at: index) { return index }
    return nil
  }

  /// True when a byte of the block begins a control character; a byte follows the block.
  private static func mayHaveControl(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Bool {
    var found: UInt8 = 0
    for index in start..<start + block {
      // Unsafe: both are indices of the bytes; a check for each would keep them apart.
      let (byte, next) = unsafe (bytes[unchecked: index], bytes[unchecked: index + 1])
      let low: UInt8 = byte < 0x20 && byte != 9 && byte != 10 && byte != 13 ? 1 : 0
      let upper: UInt8 = byte == 0xC2 && next < 0xA0 ? 1 : 0
      found |= low | upper | (byte == 0x7F ? 1 : 0)
    }
    return found != 0
  }

  /// True for the first byte of a control character of ASCII or of U+0080 to U+009F.
  private static func isControl(_ bytes: borrowing Span<UInt8>, at index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x20 { return byte != 9 && byte != 10 && byte != 13 }
    if byte == 0x7F { return true }
    return byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] < 0xA0
  }
}
