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
    guard text.utf8.contains(where: { entity(of: $0) != nil }) else {
      output.append(contentsOf: text.utf8)
      return
    }
    for byte in text.utf8 {
      if let entity = entity(of: byte) {
        output.append(contentsOf: entity.utf8)
      } else {
        output.append(byte)
      }
    }
  }

  /// The entity for a byte that HTML would take as markup.
  static func entity(of byte: UInt8) -> String? {
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
