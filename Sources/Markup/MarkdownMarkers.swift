/// Finished HTML that takes the place of paragraphs in Markdown.
///
/// Raw HTML in Markdown stays off, so a table with caption and scopes or a chart cannot be written
/// into it. A template leaves a marker instead, alone in its paragraph; `MarkdownDocument` puts
/// the finished HTML in its place in the syntax tree.
public struct MarkdownMarkers: Hashable, Sendable {
  /// The finished HTML of each marker, by its number.
  public private(set) var blocks: [String] = []

  /// No markers yet.
  public init() {}

  /// Registers finished HTML and gives the Markdown text to leave in its place, with the blank
  /// lines around it that make it a paragraph.
  ///
  /// The HTML goes into the page as it is (but for NUL, which HTML does not have and which would
  /// end cmark's text): whoever registers it has escaped what is in it.
  public mutating func place(_ html: String) -> String {
    blocks.append(html.utf8.contains(0) ? Self.withoutNUL(html) : html)
    return "\n\n" + Self.text(of: blocks.count - 1) + "\n\n"
  }

  private static func withoutNUL(_ html: String) -> String {
    html.split(separator: "\u{0}", omittingEmptySubsequences: false).joined(separator: "\u{FFFD}")
  }

  /// Two code points that mean nothing anywhere else, with the number between them.
  static func text(of index: Int) -> String {
    "\u{F0B1F}\(index)\u{F0B1E}"
  }

  /// The number of the marker that this is, nil for any other text.
  static func index(of text: String) -> Int? {
    let scalars = text.unicodeScalars
    guard scalars.first == "\u{F0B1F}", scalars.last == "\u{F0B1E}" else { return nil }
    return Int(String(scalars.dropFirst().dropLast()))
  }
}
