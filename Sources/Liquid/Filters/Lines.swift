/// Cutting text at line breaks and white space.
enum Lines {
  /// ASCII white space.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || (9...13).contains(byte)
  }

  /// The text between line breaks, which are LF or CRLF.
  static func split(_ text: String) -> [String] {
    let parts = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      let isCut = index + 1 < parts.count && part.last == UInt8(ascii: "\r")
      return String(isCut ? part.dropLast() : part) ?? ""
    }
  }
}

extension Value {
  var isMarkup: Bool {
    if case .markup = self { true } else { false }
  }

  /// The value's text without white space at its ends; markup stays markup.
  func trimmed(start: Bool, end: Bool) throws(Problem) -> Value {
    let text = try asText()
    var bytes = text.utf8[...]
    if start { bytes = bytes.drop(while: Lines.isSpace) }
    if end {
      while let last = bytes.last, Lines.isSpace(last) || last == 0 { bytes.removeLast() }
    }
    let result = String(bytes) ?? text
    return isMarkup ? .markup(result) : .text(result)
  }
}
