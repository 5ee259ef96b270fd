extension Escaping {
  /// Appends text so that CommonMark and GFM tables read it as plain words wherever it stands.
  ///
  /// Line breaks become character references: a value cannot begin a line of its own, so only its
  /// first characters can begin a block.
  static func appendMarkdown(_ bytes: [UInt8], to output: inout PageOutput) {
    let start = appendBlockStart(bytes, to: &output)
    for index in start..<bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "#"), UInt8(ascii: "~"), UInt8(ascii: "|"),
        UInt8(ascii: "!"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case UInt8(ascii: "_"):
        if !isInsideWord(index, of: bytes) { output.append(UInt8(ascii: "\\")) }
        output.append(byte)
      case UInt8(ascii: "'"):
        output.append(byte)
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        output.append("&#\(byte);")
      default:
        if let entity = entity(of: byte) {
          output.append(entity)
        } else if index > start, isUpperControl(bytes[index - 1], byte) {
          replaceUpperControl(in: &output)
        } else {
          output.append(byte)
        }
      }
    }
  }

  /// Escapes what would make a list, a heading line or a code block at the start of a line.
  ///
  /// - Returns: where the rest of the text begins.
  private static func appendBlockStart(
    _ bytes: [UInt8], to output: inout PageOutput
  ) -> Int {
    var index = 0
    while index < bytes.count, bytes[index] == 32 || bytes[index] == 9 {
      output.append("&#\(bytes[index]);")
      index += 1
    }
    let digits = bytes[index...].prefix { $0 &- 48 < 10 }
    output.append(bytes.span, from: index, count: digits.count)
    index = digits.endIndex
    guard index < bytes.count, beginsBlock(bytes, at: index, digits: digits.count) else {
      return index
    }
    output.append(UInt8(ascii: "\\"))
    output.append(bytes[index])
    return index + 1
  }

  /// True when the byte after that many leading digits could make a list, an underline or a table.
  private static func beginsBlock(_ bytes: [UInt8], at index: Int, digits: Int) -> Bool {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 32
    let isBlankNext = next == 32 || next == 9 || next == 10 || next == 13
    return switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: ")"): isBlankNext
    case UInt8(ascii: "+"): digits == 0 && isBlankNext
    case UInt8(ascii: "-"), UInt8(ascii: "="): digits == 0 && !isWord(next)
    case UInt8(ascii: ":"): digits == 0 && next == UInt8(ascii: "-")
    default: false
    }
  }

  /// True between two letters or digits, where `_` never begins or ends emphasis.
  private static func isInsideWord(_ index: Int, of bytes: [UInt8]) -> Bool {
    index > 0 && index + 1 < bytes.count && isWord(bytes[index - 1]) && isWord(bytes[index + 1])
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || (byte | 32) &- 97 < 26
  }
}
