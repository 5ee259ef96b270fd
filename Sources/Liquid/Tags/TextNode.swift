/// Literal text, printed as it stands in the template; also the content of `raw`.
struct TextNode: Node {
  let range: Range<Int>
  let isBlank: Bool

  func compile(into compiler: inout Compiler) {
    compiler.emit(
      .text(from: Int32(range.lowerBound), to: Int32(range.upperBound)), at: range)
  }

  static func parseRaw(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    try parser.requireNothing(in: segment)
    guard let content = parser.reader.skipContent(of: "raw", nested: false) else {
      throw parser.unclosed("raw", segment)
    }
    return TextNode(range: content, isBlank: content.isEmpty)
  }
}
