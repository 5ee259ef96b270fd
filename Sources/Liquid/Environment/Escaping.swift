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
    guard self != .none else { return text }
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the escaped text.
  func append(_ text: String, to output: inout [UInt8]) {
    switch self {
    case .none: output.append(contentsOf: text.utf8)
    case .html: Self.appendHTML(text, to: &output)
    case .markdownAndHTML: Self.appendMarkdown(text, to: &output)
    }
  }

  private static func appendHTML(_ text: String, to output: inout [UInt8]) {
    guard text.utf8.contains(where: { $0 == 0xC2 || entity(of: $0) != nil }) else {
      output.append(contentsOf: text.utf8)
      return
    }
    var last: UInt8 = 0
    for byte in text.utf8 {
      if let entity = entity(of: byte) {
        output.append(contentsOf: entity.utf8)
      } else if isUpperControl(last, byte) {
        replaceUpperControl(in: &output)
      } else {
        output.append(byte)
      }
      last = byte
    }
  }

  /// True for the two bytes of a control character from U+0080 to U+009F, which no page may have.
  static func isUpperControl(_ first: UInt8, _ second: UInt8) -> Bool {
    first == 0xC2 && second < 0xA0
  }

  /// Puts U+FFFD in place of a control character whose first byte is the last of the output.
  static func replaceUpperControl(in output: inout [UInt8]) {
    output.removeLast()
    output.append(contentsOf: "\u{FFFD}".utf8)
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
