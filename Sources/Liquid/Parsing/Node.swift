/// A part of a parsed template that can be rendered. One type for each kind of tag.
protocol Node: Sendable {
  /// True for what never prints anything by itself: such blocks lose their white space.
  var isBlank: Bool { get }

  /// Adds what the node does to a program.
  func compile(into compiler: inout Compiler)

  /// Tells what the node refers to, without rendering it.
  func walk(_ walk: inout TemplateWalk)
}

/// Nodes in order.
struct Block: Sendable {
  private(set) var nodes: [any Node] = []
  private(set) var isBlank = true

  mutating func append(_ node: any Node) {
    nodes.append(node)
    if !node.isBlank { isBlank = false }
  }

  /// The block without its literal text.
  var withoutText: Block {
    var block = Block()
    for node in nodes where !(node is TextNode) { block.append(node) }
    return block
  }
}
