/// The last step of every page of text.
enum PageBytes {
  /// The bytes of the text with each control character that documents must not have (all but tab and
  /// line breaks) replaced by U+FFFD: names come from files and may hold anything.
  static func of(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard bytes.indices.contains(where: { isControl(bytes, at: $0) }) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var index = 0
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

  /// True for the first byte of a control character of ASCII or of U+0080 to U+009F.
  private static func isControl(_ bytes: [UInt8], at index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x20 { return byte != 9 && byte != 10 && byte != 13 }
    if byte == 0x7F { return true }
    return byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] < 0xA0
  }
}
