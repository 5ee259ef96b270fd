extension Parser {
  /// Parses a tag, and its body if it has one, into a node; nil for a tag that does nothing.
  typealias TagParser =
    @Sendable (inout Parser, Segment) throws(TemplateError) -> (any Node)?

  /// The tags of the language.
  static let tags: [String: TagParser] = [
    "#": CommentTags.parseInline,
    "assign": AssignNode.parse,
    "break": JumpNode.parseBreak,
    "capture": CaptureNode.parse,
    "case": CaseNode.parse,
    "comment": CommentTags.parseComment,
    "continue": JumpNode.parseContinue,
    "cycle": CycleNode.parse,
    "decrement": CounterNode.parseDecrement,
    "doc": CommentTags.parseDoc,
    "echo": OutputNode.parse,
    "for": ForNode.parse,
    "if": IfNode.parseIf,
    "ifchanged": IfChangedNode.parse,
    "include": PartialNode.parseInclude,
    "increment": CounterNode.parseIncrement,
    "raw": TextNode.parseRaw,
    "render": PartialNode.parseRender,
    "tablerow": TableRowNode.parse,
    "unless": IfNode.parseUnless,
  ]
}
