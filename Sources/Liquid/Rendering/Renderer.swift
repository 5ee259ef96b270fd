/// One rendering: the output so far, the variables, and how much work was done.
struct Renderer {
  private(set) var source: Source
  var scope: Scope
  /// True inside a partial that `render` runs.
  private(set) var isIsolated = false
  let environment: Environment
  private(set) var output: [UInt8]
  private let outputStart: Int
  private var steps = 0
  private var depth = 0
  private var partials: [String: Template] = [:]

  /// Begins a rendering that appends to `output`.
  init(
    _ template: Template, context: Record, globals: Record, environment: Environment,
    output: consuming [UInt8]
  ) {
    source = template.source
    scope = Scope(context: context, globals: globals)
    self.environment = environment
    outputStart = output.count
    self.output = output
  }
}

// Limits.
extension Renderer {
  /// Counts work.
  mutating func step(at range: Range<Int>, count: Int = 1) throws(TemplateError) {
    steps += count
    guard steps <= environment.limits.steps else {
      throw source.error(.tooManySteps(limit: environment.limits.steps), at: range)
    }
  }

  private mutating func enter(at range: Range<Int>) throws(TemplateError) {
    depth += 1
    guard depth <= environment.limits.depth else {
      throw source.error(.nestedTooDeep(limit: environment.limits.depth), at: range)
    }
  }

  private func checkOutput(at range: Range<Int>) throws(TemplateError) {
    guard output.count - outputStart <= environment.limits.outputBytes else {
      throw source.error(.tooMuchOutput(limit: environment.limits.outputBytes), at: range)
    }
  }
}

// Output.
extension Renderer {
  /// Appends bytes of the template itself.
  mutating func writeSource(_ range: Range<Int>) throws(TemplateError) {
    output.append(contentsOf: source.bytes[range])
    try checkOutput(at: range)
  }

  /// Appends text that is finished.
  mutating func write(_ markup: String, at range: Range<Int>) throws(TemplateError) {
    output.append(contentsOf: markup.utf8)
    try checkOutput(at: range)
  }

  /// Appends a value as the page's escaping asks for.
  mutating func write(_ value: Value, at range: Range<Int>) throws(TemplateError) {
    switch value {
    case .nil, .empty, .blank: return
    case .markup(let text): output.append(contentsOf: text.utf8)
    case .text(let text): environment.escaping.append(text, to: &output)
    case .number, .decimal, .flag, .date, .range, .money, .moneyBag:
      output.append(contentsOf: (value.scalarText ?? "").utf8)
    case .list, .record:
      let printed: String
      do throws(Problem) {
        printed = try value.joined(by: "", escaping: environment.escaping)
      } catch {
        throw source.error(.problem(error, in: "output"), at: range)
      }
      output.append(contentsOf: printed.utf8)
    }
    try checkOutput(at: range)
  }

  /// What the block prints, as text of its own.
  mutating func captured(
    _ block: Block, at range: Range<Int>
  ) throws(TemplateError) -> (text: String, flow: Flow) {
    let outer = output
    output = []
    defer { output = outer }
    let flow = try render(block, at: range)
    return (String(decoding: output, as: UTF8.self), flow)
  }
}

// Blocks and partials.
extension Renderer {
  /// Renders the nodes of a block until one of them jumps.
  mutating func render(_ block: Block, at range: Range<Int>) throws(TemplateError) -> Flow {
    try enter(at: range)
    defer { depth -= 1 }
    return try render(block.nodes)
  }

  private mutating func render(_ nodes: [any Node]) throws(TemplateError) -> Flow {
    for node in nodes {
      let flow = try node.render(into: &self)
      guard flow == .onward else { return flow }
    }
    return .onward
  }

  /// The partial of that name, parsed once in a rendering.
  mutating func partial(
    named name: String, at range: Range<Int>
  ) throws(TemplateError) -> Template {
    if let known = partials[name] { return known }
    let template: Template
    switch environment.partial(name) {
    case .template(let found): template = found
    case .source(let text):
      template = try Template(parsing: text, name: name, in: environment)
    case nil:
      throw source.error(.unknownPartial(name), at: range)
    }
    partials[name] = template
    return template
  }

  /// Renders a partial that shares all variables.
  mutating func render(
    _ partial: Template, at range: Range<Int>
  ) throws(TemplateError) -> Flow {
    try enter(at: range)
    let outer = source
    source = partial.source
    defer {
      source = outer
      depth -= 1
    }
    return try render(partial.body.nodes)
  }

  /// Renders a partial that sees only these variables and the globals.
  mutating func renderIsolated(
    _ partial: Template, variables: [(name: String, value: Value)], at range: Range<Int>
  ) throws(TemplateError) {
    let outer = scope
    let wasIsolated = isIsolated
    scope = Scope(context: Record([]), globals: outer.globals)
    scope.variables = variables
    isIsolated = true
    defer {
      scope = outer
      isIsolated = wasIsolated
    }
    try step(at: range)
    _ = try render(partial, at: range)
  }
}
