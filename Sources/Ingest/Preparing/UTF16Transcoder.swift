/// Turns UTF-16 into UTF-8, piece by piece.
///
/// Nothing is lost and nothing is made up: half of a surrogate pair becomes the three bytes that UTF-8
/// would have for it, which are not valid UTF-8, and half a code unit at the end becomes the byte FF.
/// Both are reported where they stand when the text is checked.
struct UTF16Transcoder {
  /// The byte for half a code unit, which no other text becomes.
  static let halfUnit: UInt8 = 0xFF

  private let highByteIsFirst: Bool
  private var firstByte: UInt8?
  /// The first half of a pair, whose second half has not come yet.
  private var leading: UInt32?
  private var isAtStart = true

  init(highByteIsFirst: Bool) {
    self.highByteIsFirst = highByteIsFirst
  }

  /// Appends the text of these bytes. A byte order mark at the start is no text.
  mutating func append(_ bytes: borrowing Span<UInt8>, to text: inout [UInt8]) {
    for index in 0..<bytes.count {
      guard let first = firstByte else {
        firstByte = bytes[index]
        continue
      }
      firstByte = nil
      let (high, low) = highByteIsFirst ? (first, bytes[index]) : (bytes[index], first)
      take(UInt32(high) << 8 | UInt32(low), &text)
    }
  }

  /// Appends what is left at the end.
  mutating func finish(_ text: inout [UInt8]) {
    endPair(&text)
    if firstByte != nil { text.append(Self.halfUnit) }
    firstByte = nil
  }

  private mutating func take(_ unit: UInt32, _ text: inout [UInt8]) {
    defer { isAtStart = false }
    if unit < 0x80, leading == nil {
      text.append(UInt8(unit))
      return
    }
    if let first = leading, unit & 0xFC00 == 0xDC00 {
      leading = nil
      Self.append(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00), &text)
      return
    }
    endPair(&text)
    if unit & 0xFC00 == 0xD800 {
      leading = unit
    } else if unit != 0xFEFF || !isAtStart {
      Self.append(unit, &text)
    }
  }

  private mutating func endPair(_ text: inout [UInt8]) {
    if let first = leading { Self.append(first, &text) }
    leading = nil
  }

  private static func append(_ scalar: UInt32, _ text: inout [UInt8]) {
    switch scalar {
    case ..<0x80: text.append(UInt8(scalar))
    case ..<0x800:
      text.append(UInt8(0xC0 | scalar >> 6))
      text.append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      text.append(UInt8(0xE0 | scalar >> 12))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    default:
      text.append(UInt8(0xF0 | scalar >> 18))
      text.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
