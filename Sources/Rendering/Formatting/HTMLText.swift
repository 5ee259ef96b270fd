internal import Liquid

/// Text as it stands in HTML.
enum HTMLText {
  /// The text with markup's characters made harmless.
  static func escaped(_ text: String) -> String { Escaping.html.escaped(text) }

  /// The text, which may be broken before the `@` of an address.
  static func breakable(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return escaped(text) }
    let parts = escaped(text).split(separator: "@", omittingEmptySubsequences: false)
    return parts.joined(separator: "<wbr>@")
  }

  /// A link, or the text alone without a target.
  static func link(_ html: String, to target: String?) -> String {
    guard let target else { return html }
    return "<a href=\"\(escaped(target))\">\(html)</a>"
  }

  /// What stands where a figure is unknown: a dash, and words for those who do not see it.
  static func missing(_ words: String) -> String {
    "<span class=\"missing\" title=\"\(escaped(words))\"><span aria-hidden=\"true\">–</span>"
      + "<span class=\"sr\">\(escaped(words))</span></span>"
  }
}
