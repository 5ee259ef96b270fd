internal import CCmarkGFM

/// A parsed Markdown text (CommonMark with GFM tables).
///
/// Has one owner because it owns cmark's syntax tree, which is freed with it. Documents are
/// independent of each other: many may be parsed and rendered at the same time.
@safe public struct MarkdownDocument: ~Copyable {
  // Never nil, freed in deinit only, and reached by nothing but the methods below.
  private let root: OpaquePointer

  /// Parses the text. Any text is Markdown.
  ///
  /// - Throws: `MarkupError.outOfMemory`.
  public init(parsing text: String) throws(MarkupError) {
    unsafe root = try CmarkTree.parse(text)
  }

  deinit {
    unsafe cmark_node_free(root)
  }

  /// The HTML of the document.
  ///
  /// Raw HTML and links with `javascript:`, `vbscript:`, `file:` and `data:` are left out.
  /// Headings get ids made from their text, unique in the page.
  /// - Parameters:
  ///   - markers: the finished HTML for marker paragraphs.
  ///   - reservedAnchors: ids that the page around the text uses itself.
  /// - Returns: the HTML, ending in a line break unless the text is empty.
  /// - Throws: `MarkupError.markersWithoutPlace` when registered HTML would not show.
  public consuming func html(
    replacing markers: MarkdownMarkers = MarkdownMarkers(),
    reservedAnchors: Set<String> = []
  ) throws(MarkupError) -> String {
    let placed = try unsafe CmarkTree.replaceMarkers(in: root, by: markers.blocks)
    let missing = markers.blocks.indices.filter { !placed.contains($0) }
    guard missing.isEmpty else { throw MarkupError.markersWithoutPlace(missing) }
    var anchors = HeadingAnchors(reserved: reservedAnchors)
    let ids = try unsafe CmarkTree.markHeadings(of: root, &anchors)
    return try unsafe CmarkTree.html(of: root, anchors: ids)
  }
}
