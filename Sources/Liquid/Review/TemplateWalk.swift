/// Goes through a parsed template and keeps what is known of its variables.
struct TemplateWalk {
  let source: Source
  /// What every partial sees; nil when nothing is known.
  let globals: [String: ValueShape]?
  private(set) var review: TemplateReview
  /// Variables of loops and arguments, innermost last.
  private var variables: [(name: String, shape: ValueShape)]
  /// What `assign`, `capture` and counters set.
  private var assigned: [String: ValueShape] = [:]
  /// How many branches are open: what is set inside may not be set after them.
  private var branches = 0
  /// True after an `include`, which may have set anything.
  private var isOpen: Bool

  init(source: Source, globals: [String: ValueShape]?, variables: [String: ValueShape]) {
    self.source = source
    self.globals = globals
    review = TemplateReview(template: source.name)
    self.variables = variables.map { ($0.key, $0.value) }
    isOpen = globals == nil
  }

  mutating func walk(_ block: Block) {
    for node in block.nodes { node.walk(&self) }
  }

  /// Goes through a block that may not be rendered.
  mutating func branch(_ block: Block) {
    branches += 1
    walk(block)
    branches -= 1
  }

  /// Goes through a block that sees more variables.
  mutating func branch(_ block: Block, with more: [(name: String, shape: ValueShape)]) {
    variables += more
    branch(block)
    variables.removeLast(more.count)
  }

  /// Sets a variable of the template.
  mutating func assign(_ name: String, _ shape: ValueShape) {
    let known = branches > 0 ? assigned[name] ?? globals?[name] : nil
    assigned[name] = known.map { $0.merged(with: shape) } ?? shape
  }

  /// Notes that another template runs here.
  mutating func use(_ partial: PartialUse) {
    review.partials.append(partial)
    if partial.tag == "include" { isOpen = true }
  }

  mutating func note(_ call: TemplateCall) { review.calls.append(call) }

  /// All variables but the globals.
  var visible: [String: ValueShape] {
    var visible = assigned
    for (name, shape) in variables { visible[name] = shape }
    return visible
  }
}

// Names.
extension TemplateWalk {
  /// What is known of a path's value; a name of it that nothing defines is a problem.
  mutating func shape(of path: Path, isJudged: Bool = true) -> ValueShape {
    for case .index(let key) in path.steps.map(\.step) { _ = shape(of: key) }
    guard case .name(let name) = path.root else { return .unknown }
    guard var shape = variable(name) else {
      if isJudged, !isOpen {
        let near = NearName.of(name, among: names)
        let root = path.range.lowerBound..<path.range.lowerBound + name.utf8.count
        review.problems.append(
          source.error(.unknownVariable(name, suggestion: near), at: root))
      }
      return .unknown
    }
    for (step, range) in path.steps {
      switch step {
      case .index(let key): shape = shape.item(key)
      case .name(let name):
        guard let next = shape.property(name) else {
          if isJudged {
            let near = NearName.of(name, among: shape.propertyNames)
            review.problems.append(
              source.error(.unknownProperty(name, suggestion: near), at: range))
          }
          return .unknown
        }
        shape = next
      }
    }
    return shape
  }

  private func variable(_ name: String) -> ValueShape? {
    variables.last { $0.name == name }?.shape ?? assigned[name] ?? globals?[name]
  }

  private var names: [String] {
    variables.map(\.name) + assigned.keys + (globals ?? [:]).keys
  }
}
