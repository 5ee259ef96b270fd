/// The tags whose content is for the template's authors only.
enum CommentTags {
  static func parseInline(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    let bytes = parser.source.bytes
    var lines = bytes[segment.content].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    lines.removeFirst()
    for line in lines {
      let rest = line.drop { $0 == 32 || (9...13).contains($0) }
      guard let first = rest.first, first != UInt8(ascii: "#") else { continue }
      throw parser.source.error(.commentLine, at: rest.startIndex..<rest.endIndex)
    }
    return nil
  }

  static func parseComment(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    guard parser.reader.skipContent(of: "comment", nested: true) != nil else {
      throw parser.unclosed("comment", segment)
    }
    return nil
  }

  static func parseDoc(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    guard parser.reader.skipContent(of: "doc", nested: false) != nil else {
      throw parser.unclosed("doc", segment)
    }
    return nil
  }
}
