/// How text is written in bytes.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8 = "utf-8"
  case utf8WithMark = "utf-8-bom"
  case windows1252 = "windows-1252"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"

  /// The encoding that a byte order mark at the start tells, and how many bytes the mark has.
  public static func marked(_ bytes: Span<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    guard bytes.count >= 2 else { return nil }
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      return (.utf8WithMark, 3)
    }
    if bytes[0] == 0xFF, bytes[1] == 0xFE { return (.utf16LittleEndian, 2) }
    if bytes[0] == 0xFE, bytes[1] == 0xFF { return (.utf16BigEndian, 2) }
    return nil
  }
}

/// Checks and converts text.
public enum TextBytes {
  /// The length of the valid UTF-8 sequence at `index`, 1…4; nil when the bytes are not valid.
  public static func sequenceLength(_ bytes: Span<UInt8>, at index: Int, end: Int) -> Int? {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, index + length <= end else { return nil }
    let second = bytes[index + 1]
    let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard second >= lowest, second <= highest else { return nil }
    for place in 2..<max(2, length) where bytes[index + place] & 0xC0 != 0x80 { return nil }
    return length
  }

  /// The first byte in a range that is not valid UTF-8; nil when all is valid.
  public static func firstInvalid(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      guard let length = sequenceLength(bytes, at: index, end: range.upperBound) else {
        return index
      }
      index += length
    }
    return nil
  }

  /// True when a range has at least one valid sequence of two or more bytes.
  public static func hasMultibyteSequence(_ bytes: Span<UInt8>, in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let length = sequenceLength(bytes, at: index, end: range.upperBound) ?? 1
      if length > 1 { return true }
      index += length
    }
    return false
  }

  /// True for the five bytes that Windows-1252 leaves undefined.
  public static func isUndefinedInWindows1252(_ byte: UInt8) -> Bool {
    byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D
  }

  /// Appends Windows-1252 bytes as UTF-8. Undefined bytes become U+FFFD.
  public static func appendWindows1252(
    _ bytes: Span<UInt8>, in range: Range<Int>, to result: inout [UInt8]
  ) {
    for index in range {
      let byte = bytes[index]
      if byte < 0x80 {
        result.append(byte)
      } else {
        let scalar = byte < 0xA0 ? upperControls[Int(byte) - 0x80] : UInt32(byte)
        appendUTF8(scalar, to: &result)
      }
    }
  }

  private static func appendUTF8(_ scalar: UInt32, to result: inout [UInt8]) {
    if scalar < 0x800 {
      result.append(UInt8(0xC0 | scalar >> 6))
    } else {
      result.append(UInt8(0xE0 | scalar >> 12))
      result.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    }
    result.append(UInt8(0x80 | scalar & 0x3F))
  }

  /// The code points of the bytes 80 to 9F.
  private static let upperControls: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
