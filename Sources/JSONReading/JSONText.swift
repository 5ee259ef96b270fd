/// Turns escaped JSON strings into text.
public enum JSONText {
  /// How many bytes the escape at `index` has: 2, or 6 for `\uXXXX`; nil when it is not valid.
  static func escapeLength(_ bytes: Span<UInt8>, at index: Int) -> Int? {
    guard index + 1 < bytes.count else { return nil }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return 2
    case UInt8(ascii: "u"): return unit(bytes, at: index) == nil ? nil : 6
    default: return nil
    }
  }

  /// Appends a string's content with its escapes resolved. False when it has a lone surrogate, which
  /// becomes U+FFFD.
  @discardableResult
  public static func appendContent(
    of string: JSONString, in bytes: Span<UInt8>, to result: inout [UInt8]
  ) -> Bool {
    var index = string.start
    var isWhole = true
    while index < string.end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        if let length = appendEscape(bytes, at: index, end: string.end, to: &result) {
          index += length
        } else {
          result.append(contentsOf: "\u{FFFD}".utf8)
          isWhole = false
          index += 6
        }
      } else {
        let run = index
        while index < string.end, bytes[index] != UInt8(ascii: "\\") { index += 1 }
        append(bytes.extracting(run..<index), to: &result)
      }
    }
    return isWhole
  }

  private static func append(_ bytes: Span<UInt8>, to result: inout [UInt8]) {
    // Unsafe: the bytes of the span are read within its bounds, during the call only.
    unsafe bytes.withUnsafeBufferPointer { unsafe result.append(contentsOf: $0) }
  }

  /// A string's content as text.
  public static func content(of string: JSONString, in bytes: Span<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(string.end - string.start)
    appendContent(of: string, in: bytes, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// The length of the escape; nil for a lone surrogate, of which nothing is appended.
  private static func appendEscape(
    _ bytes: Span<UInt8>, at index: Int, end: Int, to result: inout [UInt8]
  ) -> Int? {
    switch bytes[index + 1] {
    case UInt8(ascii: "b"): result.append(8)
    case UInt8(ascii: "f"): result.append(12)
    case UInt8(ascii: "n"): result.append(10)
    case UInt8(ascii: "r"): result.append(13)
    case UInt8(ascii: "t"): result.append(9)
    case UInt8(ascii: "u"): return appendUnits(bytes, at: index, end: end, to: &result)
    default: result.append(bytes[index + 1])
    }
    return 2
  }

  private static func appendUnits(
    _ bytes: Span<UInt8>, at index: Int, end: Int, to result: inout [UInt8]
  ) -> Int? {
    let first = unit(bytes, at: index) ?? 0xFFFD
    var scalar = first
    var length = 6
    if (0xD800..<0xDC00).contains(first), index + 12 <= end,
      let second = unit(bytes, at: index + 6), (0xDC00..<0xE000).contains(second)
    {
      scalar = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      length = 12
    }
    guard let character = Unicode.Scalar(scalar) else { return nil }
    result.append(contentsOf: String(Character(character)).utf8)
    return length
  }

  /// The code unit of the escape `\uXXXX` at `index`; nil when there is none.
  private static func unit(_ bytes: Span<UInt8>, at index: Int) -> UInt32? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for place in index + 2..<index + 6 {
      let byte = bytes[place]
      switch byte {
      case 48...57: unit = unit << 4 | UInt32(byte - 48)
      case 65...70, 97...102: unit = unit << 4 | UInt32((byte | 0x20) - 87)
      default: return nil
      }
    }
    return unit
  }
}
