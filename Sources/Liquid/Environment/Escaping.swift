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
    guard self != .none, !(self == .html && Self.isHarmless(text.utf8Span.span)) else {
      return text
    }
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the escaped text.
  public func append(_ text: String, to output: inout [UInt8]) {
    switch self {
    case .none: output.append(text.utf8Span.span)
    case .html: Self.appendHTML(text.utf8Span.span, to: &output)
    case .markdownAndHTML: Self.appendMarkdown(text, to: &output)
    }
  }

  /// Copies runs of harmless bytes, and puts in what stands for the others.
  private static func appendHTML(_ bytes: borrowing Span<UInt8>, to output: inout [UInt8]) {
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length = isHarmless(byte) ? 0 : lengthOfHarm(bytes, at: index)
      guard length > 0 else {
        index += 1
        continue
      }
      output.append(bytes.extracting(start..<index))
      output.append(contentsOf: (entity(of: byte) ?? "\u{FFFD}").utf8)
      index += length
      start = index
    }
    output.append(bytes.extracting(start..<bytes.count))
  }

  /// True when all bytes stay as they are.
  private static func isHarmless(_ bytes: borrowing Span<UInt8>) -> Bool {
    for index in bytes.indices where !isHarmless(bytes[index]) { return false }
    return true
  }

  /// False for a byte that may have to be replaced: one of markup, of a control character, or the
  /// first of a control character from U+0080 on.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    byte < 64 ? harmful & (1 << UInt64(byte)) == 0 : byte != 0x7F && byte != 0xC2
  }

  /// The bytes below 64 that have an `entity`, a bit for each: control characters and `" & ' < >`.
  private static let harmful: UInt64 = 0x5000_00C4_FFFF_D9FF

  /// How many bytes are replaced together; 0 for none.
  private static func lengthOfHarm(_ bytes: borrowing Span<UInt8>, at index: Int) -> Int {
    guard bytes[index] == 0xC2 else { return 1 }
    return index + 1 < bytes.count && isUpperControl(0xC2, bytes[index + 1]) ? 2 : 0
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
