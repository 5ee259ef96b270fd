/// White space as Unicode's property White_Space has it, at the ends of a text.
public enum WhiteSpace {
  /// The range of the text without white space before and after it; empty when there is nothing
  /// else.
  ///
  /// - Complexity: O(*n*) in the bytes that are left out; allocates nothing.
  public static func trimmed(_ bytes: Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = bytes.count
    while start < end, case let length = lengthAfter(start, in: bytes, end: end), length > 0 {
      start += length
    }
    while end > start, case let length = lengthBefore(end, in: bytes, start: start), length > 0 {
      end -= length
    }
    return start..<end
  }

  /// The text without white space before and after it.
  public static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let range = trimmed(bytes.span)
    return range.count == bytes.count ? text : String(decoding: bytes[range], as: UTF8.self)
  }

  private static func lengthAfter(_ index: Int, in bytes: Span<UInt8>, end: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return isASCIISpace(first) ? 1 : 0 }
    guard index + 1 < end else { return 0 }
    let second = bytes[index + 1]
    if isTwoBytes(first, second) { return 2 }
    guard index + 2 < end else { return 0 }
    return isThreeBytes(first, second, bytes[index + 2]) ? 3 : 0
  }

  private static func lengthBefore(_ index: Int, in bytes: Span<UInt8>, start: Int) -> Int {
    let last = bytes[index - 1]
    if last < 0x80 { return isASCIISpace(last) ? 1 : 0 }
    guard index - 2 >= start else { return 0 }
    if isTwoBytes(bytes[index - 2], last) { return 2 }
    guard index - 3 >= start else { return 0 }
    return isThreeBytes(bytes[index - 3], bytes[index - 2], last) ? 3 : 0
  }

  private static func isASCIISpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 9 < 5
  }

  /// U+0085 and the no-break space U+00A0.
  private static func isTwoBytes(_ first: UInt8, _ second: UInt8) -> Bool {
    first == 0xC2 && (second == 0x85 || second == 0xA0)
  }

  /// U+1680, U+2000…200A, U+2028, U+2029, U+202F, U+205F and U+3000.
  private static func isThreeBytes(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE1, 0x9A): third == 0x80
    case (0xE2, 0x80): third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
    case (0xE2, 0x81): third == 0x9F
    case (0xE3, 0x80): third == 0x80
    default: false
    }
  }
}
