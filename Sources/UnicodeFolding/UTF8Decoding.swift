/// Reads code points from bytes, for text that is mostly ASCII.
enum UTF8Decoding {
  /// The code point that starts at `index` and its length in bytes; nil where the bytes are not
  /// UTF-8.
  static func scalar(in bytes: Span<UInt8>, at index: Int) -> (value: UInt32, length: Int)? {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else { return nil }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let next = bytes[index + offset]
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next & 0x3F)
    }
    guard Unicode.Scalar(value) != nil, length < 3 || value >= (length == 3 ? 0x800 : 0x10000)
    else { return nil }
    return (value, length)
  }

  /// Appends the code point's bytes.
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      bytes.append(unit)
    }
  }
}
