/// The spelling of JSON's strings and numbers.
extension JSONText {
  /// Appends a text in quotes, with escapes where JSON or a reader's safety asks for them.
  static func quote(_ text: String, into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "\""))
    var copy = text
    copy.withUTF8 { bytes in
      // The buffer lives as long as this call; it is only indexed, within its bounds.
      let span = unsafe bytes.span
      if isPlain(span) {
        unsafe buffer.append(contentsOf: bytes)
      } else {
        appendEscaped(span, into: &buffer)
      }
    }
    buffer.append(UInt8(ascii: "\""))
  }

  /// True for `-?(0|[1-9][0-9]*)(.[0-9]+)?([eE][+-]?[0-9]+)?`.
  static func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit)
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
    rest = rest[whole.endIndex...]
    if rest.first == UInt8(ascii: ".") {
      let decimals = rest.dropFirst().prefix(while: isDigit)
      guard !decimals.isEmpty else { return false }
      rest = rest[decimals.endIndex...]
    }
    guard let mark = rest.first else { return true }
    guard mark | 0x20 == UInt8(ascii: "e") else { return false }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
      rest = rest.dropFirst()
    }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  /// True when no byte is escaped or has to be looked at.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    // All bytes are looked at, many at once.
    var odd: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      odd |= byte &- 0x20 < 0x5F ? 0 : 1
      odd |= byte == UInt8(ascii: "\"") ? 1 : 0
      odd |= byte == UInt8(ascii: "\\") ? 1 : 0
    }
    return odd == 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  private static func appendEscaped(_ bytes: Span<UInt8>, into buffer: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x80, let mark = unsafeMark(bytes, at: index) {
        appendHex(mark.scalar, into: &buffer)
        index += mark.length
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): buffer += [UInt8(ascii: "\\"), byte]
      case 0x08: buffer += [UInt8(ascii: "\\"), UInt8(ascii: "b")]
      case 0x09: buffer += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case 0x0A: buffer += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x0C: buffer += [UInt8(ascii: "\\"), UInt8(ascii: "f")]
      case 0x0D: buffer += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case 0..<0x20, 0x7F: appendHex(UInt32(byte), into: &buffer)
      default: buffer.append(byte)
      }
      index += 1
    }
  }

  /// A character beyond ASCII that is written as an escape: C1 controls (U+0080…9F), U+061C,
  /// U+200E, U+200F, U+2028…202E, U+2066…2069 and U+FEFF. The text is valid UTF-8.
  private static func unsafeMark(
    _ bytes: Span<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int)? {
    let first = bytes[index]
    if first == 0xC2 || first == 0xD8 {
      let scalar = UInt32(first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
      return scalar < 0xA0 || scalar == 0x61C ? (scalar, 2) : nil
    }
    guard first == 0xE2 || first == 0xEF else { return nil }
    let middle = UInt32(bytes[index + 1] & 0x3F) << 6
    let scalar = UInt32(first & 0x0F) << 12 | middle | UInt32(bytes[index + 2] & 0x3F)
    switch scalar {
    case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: return (scalar, 3)
    default: return nil
    }
  }

  private static func appendHex(_ scalar: UInt32, into buffer: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    buffer += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
    for shift in [12, 8, 4, 0] { buffer.append(digits[Int(scalar >> UInt32(shift)) & 15]) }
  }
}
