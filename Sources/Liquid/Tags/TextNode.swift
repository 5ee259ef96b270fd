/// Literal text, printed as it stands in the template; also the content of `raw`.
struct TextNode: Node {
  let range: Range<Int>
  let isBlank: Bool

  func render(into renderer: inout Renderer) throws(TemplateError) -> Flow {
    try renderer.step(at: range)
    try renderer.writeSource(range)
    return .onward
  }

  static func parseRaw(
    _ parser: inout Parser, _ segment: Segment
  ) throws(TemplateError) -> (any Node)? {
    let expressions = try parser.expressions(segment)
    try expressions.requireEnd()
    guard let content = parser.reader.skipContent(of: "raw", nested: false) else {
      throw parser.unclosed("raw", segment)
    }
    return TextNode(range: content, isBlank: content.isEmpty)
  }
}
