/// `ifchanged`: prints its body when that differs from what the last `ifchanged` had.
struct IfChangedNode: Node {
  let body: Block
  let range: Range<Int>

  var isBlank: Bool { body.isBlank }

  func render(into renderer: inout Renderer) throws(TemplateError) -> Flow {
    try renderer.step(at: range)
    let (text, flow) = try renderer.captured(body, at: range)
    if text != renderer.scope.lastChanged {
      renderer.scope.lastChanged = text
      try renderer.write(text, at: range)
    }
    return flow
  }

  static func parse(
    _ parser: inout Parser, _ opening: Segment
  ) throws(TemplateError) -> (any Node)? {
    let expressions = try parser.expressions(opening)
    try expressions.requireEnd()
    let (body, _) = try parser.block(of: "ifchanged", opened: opening, until: ["endifchanged"])
    return IfChangedNode(body: body, range: opening.name)
  }
}
