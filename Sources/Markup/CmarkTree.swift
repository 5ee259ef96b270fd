internal import CCmarkGFM
internal import CMarkupMemory
internal import Glibc

/// The calls to cmark: everything unsafe of this target.
///
/// Trees come in as pointers that `MarkdownDocument` owns and keeps alive during the call; text
/// is copied at the border in both directions.
enum CmarkTree {
  /// The extensions, looked up once for the process: table and tagfilter only. Strikethrough and
  /// autolink switch character tables that all threads share, and corrupt other renders.
  ///
  /// Unsafe only as pointers: cmark never changes or frees a registered extension.
  private nonisolated(unsafe) static let extensions: [OpaquePointer] = {
    cmark_gfm_core_extensions_ensure_registered()
    let found = unsafe [
      cmark_find_syntax_extension("table"), cmark_find_syntax_extension("tagfilter"),
    ]
    return unsafe found.compactMap { unsafe $0 }
  }()

  /// How cmark gets memory: from the arena that the thread uses.
  ///
  /// Unsafe only as a pointer: it is made once for the process, and never changed or freed.
  private nonisolated(unsafe) static let memory: UnsafeMutablePointer<cmark_mem> = {
    let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    unsafe memory.initialize(
      to: cmark_mem(calloc: markup_calloc, realloc: markup_realloc, free: markup_free))
    return unsafe memory
  }()

  static func parse(_ text: String) throws(MarkupError) -> OpaquePointer {
    let extensions = unsafe Self.extensions
    guard let parser = unsafe cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory) else {
      throw MarkupError.outOfMemory
    }
    defer { unsafe cmark_parser_free(parser) }
    for index in unsafe extensions.indices {
      unsafe cmark_parser_attach_syntax_extension(parser, extensions[index])
    }
    let bytes = text.utf8Span.span
    unsafe bytes.withUnsafeBytes { source in
      let start = unsafe source.bindMemory(to: CChar.self)
      unsafe cmark_parser_feed(parser, start.baseAddress, start.count)
    }
    guard let root = unsafe cmark_parser_finish(parser) else { throw MarkupError.outOfMemory }
    return unsafe root
  }

  /// Puts finished HTML in the place of marker paragraphs; the numbers of those that were found.
  static func replaceMarkers(
    in root: OpaquePointer, by blocks: [String]
  ) throws(MarkupError) -> Set<Int> {
    var placed: Set<Int> = []
    guard !blocks.isEmpty else { return placed }
    let paragraphs = unsafe Self.blocks(of: root, ofType: CMARK_NODE_PARAGRAPH)
    for number in unsafe paragraphs.indices {
      let paragraph = unsafe paragraphs[number]
      guard let index = MarkdownMarkers.index(of: unsafe plainText(of: paragraph)),
        blocks.indices.contains(index)
      else { continue }
      try unsafe replace(paragraph, byHTML: blocks[index] + "\n")
      placed.insert(index)
    }
    return placed
  }

  /// Marks every heading, and returns their ids in the order of the text: `html(of:anchors:)` puts them in.
  ///
  /// The mark is a byte that no UTF-8 has, and so none of the strings that everything else comes from.
  static func markHeadings(
    of root: OpaquePointer, _ anchors: inout HeadingAnchors
  ) throws(MarkupError) -> [String] {
    let headings = unsafe Self.blocks(of: root, ofType: CMARK_NODE_HEADING)
    var ids: [String] = []
    for number in unsafe headings.indices {
      let heading = unsafe headings[number]
      unsafe ids.append(anchors.anchor(for: plainText(of: heading)))
      guard let mark = unsafe cmark_node_new_with_mem(CMARK_NODE_CUSTOM_INLINE, memory) else {
        throw MarkupError.outOfMemory
      }
      let text = [CChar(bitPattern: Self.mark), 0]
      guard unsafe cmark_node_set_on_enter(mark, text) == 1,
        unsafe cmark_node_prepend_child(heading, mark) == 1
      else {
        unsafe cmark_node_free(mark)
        throw MarkupError.outOfMemory
      }
    }
    return ids
  }

  private static let mark: UInt8 = 0xFF

  /// The HTML of a tree, its marked headings with these ids.
  static func html(of node: OpaquePointer, anchors: [String]) throws(MarkupError) -> String {
    var list: UnsafeMutablePointer<cmark_llist>?
    for index in unsafe extensions.indices {
      // The list holds the extensions as untyped pointers.
      unsafe list = cmark_llist_append(
        memory, list, UnsafeMutableRawPointer(extensions[index]))
    }
    defer { unsafe cmark_llist_free(memory, list) }
    guard let text = unsafe cmark_render_html_with_mem(node, CMARK_OPT_DEFAULT, list, memory) else {
      throw MarkupError.outOfMemory
    }
    defer { unsafe markup_free(text) }
    return anchors.isEmpty ? unsafe String(cString: text) : unsafe self.text(text, anchors)
  }

  /// The text with the ids in place of the marks: cmark has written `<h2>`, the mark and the heading.
  private static func text(_ text: UnsafePointer<CChar>, _ anchors: [String]) -> String {
    let length = unsafe strlen(text)
    let room = anchors.reduce(length) { $0 + $1.utf8.count + 6 }
    return unsafe String(unsafeUninitializedCapacity: room) { target in
      guard let start = target.baseAddress else { return 0 }
      return unsafe write(text, length, anchors, to: start)
    }
  }

  /// Copies all of the text, and the ids with six bytes around each; returns how many bytes that are.
  private static func write(
    _ text: UnsafePointer<CChar>, _ length: Int, _ anchors: [String],
    to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var place = 0
    var count = 0
    for anchor in anchors {
      guard let found = unsafe memchr(text + place, Int32(mark), length - place) else { break }
      let end = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(text)
      unsafe memcpy(target + count, text + place, end - 1 - place)
      count += end - 1 - place
      for byte in " id=\"\(anchor)\">".utf8 {
        unsafe target[count] = byte
        count += 1
      }
      place = end + 1
    }
    unsafe memcpy(target + count, text + place, length - place)
    return count + length - place
  }
}

extension CmarkTree {
  /// The blocks of one type in the order of the text, collected before any of them is changed.
  private static func blocks(of root: OpaquePointer, ofType type: cmark_node_type)
    -> [OpaquePointer]
  {
    var found: [OpaquePointer] = unsafe []
    var place = unsafe cmark_node_first_child(root)
    while let node = unsafe place {
      if unsafe cmark_node_get_type(node) == type { unsafe found.append(node) }
      unsafe place = next(after: node, in: root)
    }
    return unsafe found
  }

  /// The block that follows one: inside of it, beside it, or behind what holds it. Only documents,
  /// quotes, lists and their items hold blocks that are not their own content.
  private static func next(after block: OpaquePointer, in root: OpaquePointer) -> OpaquePointer? {
    let type = unsafe cmark_node_get_type(block)
    let holds = type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM
    if holds, let inner = unsafe cmark_node_first_child(block) { return unsafe inner }
    var outer = unsafe block
    while unsafe outer != root {
      if let next = unsafe cmark_node_next(outer) { return unsafe next }
      guard let parent = unsafe cmark_node_parent(outer) else { return nil }
      unsafe outer = parent
    }
    return nil
  }

  /// The text below a node without its marks.
  private static func plainText(of node: OpaquePointer) -> String {
    guard let walk = unsafe cmark_iter_new(node) else { return "" }
    defer { unsafe cmark_iter_free(walk) }
    var text = ""
    while true {
      let event = unsafe cmark_iter_next(walk)
      if event == CMARK_EVENT_DONE { return text }
      guard event == CMARK_EVENT_ENTER, let inner = unsafe cmark_iter_get_node(walk) else {
        continue
      }
      switch unsafe cmark_node_get_type(inner) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        if let literal = unsafe cmark_node_get_literal(inner) {
          text += unsafe String(cString: literal)
        }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
      default: break
      }
    }
  }

  /// Puts a block of finished HTML in the place of a node and frees the node.
  private static func replace(
    _ node: OpaquePointer, byHTML html: String
  ) throws(MarkupError) {
    guard let block = unsafe cmark_node_new_with_mem(CMARK_NODE_CUSTOM_BLOCK, memory) else {
      throw MarkupError.outOfMemory
    }
    guard unsafe cmark_node_set_on_enter(block, html) == 1,
      unsafe cmark_node_replace(node, block) == 1
    else {
      unsafe cmark_node_free(block)
      throw MarkupError.outOfMemory
    }
    unsafe cmark_node_free(node)
  }
}
