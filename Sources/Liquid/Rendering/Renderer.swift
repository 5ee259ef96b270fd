/// One rendering: the output so far, the variables, and how much work was done.
struct Renderer {
  let environment: Environment
  var frame: Frame
  var scope: Scope
  /// The page, or the text that `capture` or `ifchanged` is collecting.
  var output: [UInt8]
  /// What is being written around open `capture` and `ifchanged` tags, outermost first.
  var outer: [[UInt8]] = []
  /// The value at hand while an expression goes through its filters.
  var value = Value.nil
  /// How the last included template ended.
  var ended = Flow.onward
  var partials = LoadedPartials()
  private var steps = 0
  private var outputStart: Int

  /// Begins a rendering that appends to `output`.
  init(
    _ template: Template, context: Record, globals: Record, environment: Environment,
    output: consuming [UInt8]
  ) {
    self.environment = environment
    frame = Frame(template.program, base: 0, depth: 1, isIsolated: false)
    scope = Scope(
      context: context, globals: globals, assigned: template.program.tables.assigned)
    outputStart = output.count
    self.output = output
  }

  /// Everything that was written, also when an error came up inside of a `capture`.
  var page: [UInt8] { outer.first ?? output }
}

// Limits.
extension Renderer {
  /// Counts work.
  mutating func step(at instruction: Int) throws(TemplateError) {
    steps += 1
    guard steps <= environment.limits.steps else {
      throw frame.program.error(.tooManySteps(limit: environment.limits.steps), at: instruction)
    }
  }

  /// Counts the work of several steps.
  mutating func step(_ count: Int, in place: Range<Int32>) throws(TemplateError) {
    steps += count
    guard steps <= environment.limits.steps else {
      throw frame.program.error(.tooManySteps(limit: environment.limits.steps), in: place)
    }
  }

  /// Checks how deep blocks are nested.
  func checkDepth(_ depth: Int, at instruction: Int) throws(TemplateError) {
    guard depth <= environment.limits.depth else {
      throw frame.program.error(
        .nestedTooDeep(limit: environment.limits.depth), at: instruction)
    }
  }

  func checkOutput(at instruction: Int) throws(TemplateError) {
    guard output.count - outputStart <= environment.limits.outputBytes else {
      let kind = TemplateError.Kind.tooMuchOutput(limit: environment.limits.outputBytes)
      throw frame.program.error(kind, at: instruction)
    }
  }
}

// Text of its own.
extension Renderer {
  mutating func beginCapture() {
    outer.append(output)
    output = []
  }

  /// The text since `beginCapture`.
  mutating func endCapture() -> String {
    let text = String(decoding: output, as: UTF8.self)
    output = outer.removeLast()
    return text
  }
}
