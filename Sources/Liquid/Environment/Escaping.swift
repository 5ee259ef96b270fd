/// How the values that a template prints are made harmless for the page.
///
/// The template's own text is never touched, and neither is `markup`.
public enum Escaping: Hashable, Sendable {
  /// Values are printed as they are.
  case none
  /// `&`, `<`, `>` and both quotes become HTML entities.
  case html
  /// Values become plain words in Markdown, and in the HTML made of it.
  case markdownAndHTML
}

extension Escaping {
  /// The text with everything escaped that this page would take as markup.
  public func escaped(_ text: String) -> String {
    guard self != .none, !(self == .html && PageOutput.isHarmless(text)) else {
      return text
    }
    var output = PageOutput(reserving: text.utf8.count + 32)
    append(text, to: &output)
    return output.text(from: 0)
  }

  /// Appends the escaped text.
  public func append(_ text: String, to output: inout [UInt8]) {
    guard self != .none, !(self == .html && PageOutput.isHarmless(text)) else {
      return output.append(contentsOf: text.utf8)
    }
    var escaped = PageOutput(reserving: text.utf8.count + 32)
    append(text, to: &escaped)
    escaped.append(to: &output)
  }

  /// Appends the escaped text.
  public func append(_ text: String, to output: inout PageOutput) {
    let bytes = text.utf8Span.span
    switch self {
    case .none: output.append(bytes)
    case .html: output.append(escapingHTML: bytes, from: 0, count: bytes.count)
    case .markdownAndHTML: Self.appendMarkdown(Array(text.utf8), to: &output)
    }
  }

  /// Appends what HTML needs in place of the byte at hand, which may be harmful, and says how many bytes
  /// that stands for.
  static func appendReplacement(
    of bytes: borrowing Span<UInt8>, at index: Int, end: Int, to output: inout PageOutput
  ) -> Int {
    let byte = bytes[index]
    if byte == 0xC2, index + 1 < end, isUpperControl(byte, bytes[index + 1]) {
      output.append("\u{FFFD}")
      return 2
    }
    if let entity = entity(of: byte) { output.append(entity) } else { output.append(byte) }
    return 1
  }

  /// True for the two bytes of a control character from U+0080 to U+009F, which no page may have.
  static func isUpperControl(_ first: UInt8, _ second: UInt8) -> Bool {
    first == 0xC2 && second < 0xA0
  }

  /// Puts U+FFFD in place of a control character whose first byte is the last of the output.
  static func replaceUpperControl(in output: inout PageOutput) {
    output.cut(to: output.count - 1)
    output.append("\u{FFFD}")
  }

  /// What stands for a byte that HTML would take as markup, and for a control character, which no page
  /// may have: its picture (`␛`).
  static func entity(of byte: UInt8) -> String? {
    if byte < 32, byte != 9, byte != 10, byte != 13 {
      return Unicode.Scalar(0x2400 + UInt32(byte)).map { String(Character($0)) }
    }
    if byte == 0x7F { return "␡" }
    guard byte < 64 else { return nil }
    return switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
