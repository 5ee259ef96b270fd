internal import CMarkupMemory

/// A parsed Markdown text (CommonMark with GFM tables).
///
/// Has one owner because it owns the arena in which cmark's syntax tree stands, and which is freed with it. Documents are
/// independent of each other: many may be parsed and rendered at the same time.
@safe public struct MarkdownDocument: ~Copyable {
  // Both are reached by nothing but the methods below. The arena is freed in deinit only, and the tree with it.
  private let arena: OpaquePointer
  private let root: OpaquePointer

  /// Parses the text. Any text is Markdown.
  ///
  /// - Throws: `MarkupError.outOfMemory`.
  public init(parsing text: String) throws(MarkupError) {
    guard let arena = unsafe markup_arena_new() else { throw MarkupError.outOfMemory }
    let before = unsafe markup_arena_use(arena)
    defer { _ = unsafe markup_arena_use(before) }
    do throws(MarkupError) {
      unsafe root = try CmarkTree.parse(text)
      unsafe self.arena = arena
    } catch {
      unsafe markup_arena_free(arena)
      throw error
    }
  }

  deinit {
    unsafe markup_arena_free(arena)
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
    let before = unsafe markup_arena_use(arena)
    defer { _ = unsafe markup_arena_use(before) }
    let placed = try unsafe CmarkTree.replaceMarkers(in: root, by: markers.blocks)
    let missing = markers.blocks.indices.filter { !placed.contains($0) }
    guard missing.isEmpty else { throw MarkupError.markersWithoutPlace(missing) }
    var anchors = HeadingAnchors(reserved: reservedAnchors)
    let ids = try unsafe CmarkTree.markHeadings(of: root, &anchors)
    return try unsafe CmarkTree.html(of: root, anchors: ids)
  }
}
