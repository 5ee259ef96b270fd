/// Parses a template into a tree of nodes.
struct Parser {
  let source: Source
  let environment: Environment
  var reader: SegmentReader
  /// The open blocks, innermost last.
  var open: [OpenBlock] = []
  var recovery = Recovery()
  private var depth = 0

  init(_ source: Source, environment: Environment) {
    self.source = source
    self.environment = environment
    reader = SegmentReader(source)
  }

  /// Parses the whole template; errors in the order in which they were met.
  static func parse(
    _ source: Source, environment: Environment
  ) -> (block: Block, errors: [TemplateError]) {
    var parser = Parser(source, environment: environment)
    var block = Block()
    do throws(TemplateError) {
      block = try parser.blockToEnd()
    } catch {
      parser.reportLast(error)
    }
    return (block, parser.recovery.errors)
  }

  /// Parses up to the end of the template, or of the `liquid` tag.
  mutating func blockToEnd() throws(TemplateError) -> Block {
    var block = Block()
    while let segment = try next() { _ = try take(segment, into: &block, of: nil) }
    return block
  }

  /// Parses the body of a block up to one of the tags that end or divide it.
  mutating func block(
    of name: String, opened opening: Segment, until ends: [String]
  ) throws(TemplateError) -> (block: Block, end: Segment) {
    depth += 1
    open.append(OpenBlock(name: name))
    defer {
      depth -= 1
      open.removeLast()
    }
    guard depth <= environment.limits.depth else {
      throw source.error(.nestedTooDeep(limit: environment.limits.depth), at: opening.name)
    }
    var block = Block()
    while let segment = try next() {
      if case .tag(let found) = segment.kind, ends.contains(found) { return (block, segment) }
      if try take(segment, into: &block, of: name) { return (block, end(of: name)) }
    }
    return (block, try missingEnd(of: name, opened: opening))
  }

  /// Adds a segment to a block; true when it is a wrong tag that ends the block.
  private mutating func take(
    _ segment: Segment, into block: inout Block, of name: String?
  ) throws(TemplateError) -> Bool {
    let isKnown = try attempt(in: segment) { parser throws(TemplateError) in
      try parser.append(segment, to: &block)
    }
    return isKnown == false ? try stray(segment, in: name) : false
  }

  func unclosed(_ name: String, _ opening: Segment) -> TemplateError {
    source.error(.unclosedBlock(name, expected: "end" + name), at: opening.name)
  }

  /// A parser for the content of a tag or output.
  func expressions(_ segment: Segment) throws(TemplateError) -> ExpressionParser {
    try ExpressionParser(segment.content, in: source, environment: environment)
  }
}

extension Parser {
  /// Parses a segment into nodes of the block; false for a tag that nobody knows.
  private mutating func append(
    _ segment: Segment, to block: inout Block
  ) throws(TemplateError) -> Bool {
    switch segment.kind {
    case .text:
      block.append(TextNode(range: segment.content, isBlank: isBlank(segment.content)))
    case .output:
      var parser = try expressions(segment)
      block.append(OutputNode(expression: try parser.filteredExpression()))
    case .tag("liquid"):
      for node in try lines(of: segment).nodes { block.append(node) }
    case .tag(let name):
      if let parse = Self.tags[name] {
        if let node = try parse(&self, segment) { block.append(node) }
      } else if let tag = environment.tags[name] {
        block.append(try ProgramTagNode.parse(tag, name: name, segment, &self))
      } else {
        return false
      }
    }
    return true
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    source.bytes[range].allSatisfy { $0 == 32 || (9...13).contains($0) }
  }

  /// The tags of a `liquid` tag; blocks must end inside it.
  private mutating func lines(of segment: Segment) throws(TemplateError) -> Block {
    depth += 1
    defer { depth -= 1 }
    guard depth <= environment.limits.depth else {
      throw source.error(.nestedTooDeep(limit: environment.limits.depth), at: segment.name)
    }
    let (outer, outerBlocks) = (reader, open)
    defer { (reader, open) = (outer, outerBlocks) }
    reader = SegmentReader(linesOf: segment.content, in: source)
    open = []
    return try blockToEnd()
  }

  func unknown(_ segment: Segment, in block: String?) -> TemplateError {
    guard case .tag(let name) = segment.kind, !name.isEmpty else {
      let word = ExpressionWord.first(in: segment.content, of: source)
      let found = word.isEmpty ? "the end" : "'\(source.text(word))'"
      return source.error(.unexpected(found, expected: "the name of a tag"), at: word)
    }
    let starts = name.hasPrefix("end") ? String(name.dropFirst(3)) : name
    let isDivider = ["else", "elsif", "when"].contains(name)
    if isDivider || (name.hasPrefix("end") && Self.tags[starts] != nil) {
      return source.error(.misplacedTag(name, block: block), at: segment.name)
    }
    let ends = block.map { ["end" + $0, "else"] } ?? []
    let near = NearName.of(
      name, among: Array(Self.tags.keys) + environment.tags.keys + ends + ["liquid"])
    return source.error(.unknownTag(name, suggestion: near), at: segment.name)
  }
}

/// The first word of a tag that has no name, for its error.
private enum ExpressionWord {
  static func first(in range: Range<Int>, of source: Source) -> Range<Int> {
    let rest = source.bytes[range].drop { $0 == 32 || (9...13).contains($0) }
    let word = rest.prefix { $0 > 32 }
    return word.startIndex..<word.endIndex
  }
}
