/// `ifchanged`: prints its body when that differs from what the last `ifchanged` had.
struct IfChangedNode: Node {
  let body: Block
  let range: Range<Int>

  var isBlank: Bool { body.isBlank }

  func compile(into compiler: inout Compiler) {
    compiler.emit(.beginCapture, at: range)
    compiler.inside(.changed) { $0.block(body, at: range) }
    compiler.emit(.endChanged, at: range)
  }

  static func parse(
    _ parser: inout Parser, _ opening: Segment
  ) throws(TemplateError) -> (any Node)? {
    try parser.requireNothing(in: opening)
    let (body, _) = try parser.block(of: "ifchanged", opened: opening, until: ["endifchanged"])
    return IfChangedNode(body: body, range: opening.name)
  }
}
