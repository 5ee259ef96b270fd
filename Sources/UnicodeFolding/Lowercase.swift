internal import CUTF8Proc

/// Lower case, code point by code point: the same in every locale.
///
/// The length in code points never changes ("İ" becomes "i", "ß" stays), so two spellings of one
/// address or id fold alike. For matching words that people wrote, see `HeaderName`.
public enum Lowercase {
  /// Replaces `result` by the lower-case form of the text.
  ///
  /// Bytes that are not UTF-8 are copied as they are.
  /// - Complexity: O(*n*) in the bytes; allocates only when `result` grows.
  public static func fold(_ bytes: Span<UInt8>, into result: inout [UInt8]) {
    result.removeAll(keepingCapacity: true)
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        result.append(byte &- 65 < 26 ? byte | 0x20 : byte)
        index += 1
      } else if let scalar = UTF8Decoding.scalar(in: bytes, at: index) {
        append(lowercase(scalar.value), to: &result)
        index += scalar.length
      } else {
        result.append(byte)
        index += 1
      }
    }
  }

  /// The lower-case form of the text.
  public static func fold(_ text: String) -> String {
    var result: [UInt8] = []
    fold(Array(text.utf8).span, into: &result)
    return String(decoding: result, as: UTF8.self)
  }

  private static func lowercase(_ value: UInt32) -> UInt32 {
    UInt32(bitPattern: utf8proc_tolower(Int32(bitPattern: value)))
  }

  private static func append(_ value: UInt32, to result: inout [UInt8]) {
    UTF8Decoding.append(Unicode.Scalar(value) ?? "\u{FFFD}", to: &result)
  }
}
