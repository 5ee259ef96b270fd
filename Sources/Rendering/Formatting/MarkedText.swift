/// Text in which `code` stands between backticks.
enum MarkedText {
  /// The text as HTML: what stands between two backticks as code, everything escaped. A backtick
  /// without a second one, and two with nothing between them, stay what they are.
  static func html(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "`")) else { return HTMLText.escaped(text) }
    var html = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "`") {
      let inner = rest[rest.index(after: open)...]
      guard let close = inner.firstIndex(of: "`") else { break }
      html += HTMLText.escaped(String(rest[..<open]))
      let code = inner[..<close]
      html += code.isEmpty ? "``" : "<code>\(HTMLText.escaped(String(code)))</code>"
      rest = inner[inner.index(after: close)...]
    }
    return html + HTMLText.escaped(String(rest))
  }
}
