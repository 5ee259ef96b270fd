/// A rendering: the output so far, the variables, and how much work was done.
///
/// When it came to its end it can render the template again. Where it found fields of records, the partials it has met
/// and its memory are kept.
struct Renderer: ~Copyable {
  let environment: Environment
  var frame: Frame
  var scope: Scope
  /// The page, and behind it the text that an open `capture` or `ifchanged` is collecting.
  var output: PageOutput
  /// Where the texts of open `capture` and `ifchanged` tags begin, outermost first.
  var captures: [Int] = []
  /// How far the output may grow before it is too long.
  private var outputLimit: Int
  /// The value at hand while an expression goes through its filters.
  var value = Value.nil
  /// How the last included template ended.
  var ended = Flow.onward
  var partials = LoadedPartials()
  private var steps = 0

  /// A renderer of pages that are expected to have so many bytes.
  init(_ template: Template, expecting size: Int) {
    environment = template.environment
    output = PageOutput(reserving: size)
    outputLimit = environment.limits.outputBytes
    frame = Frame(template.program, base: 0, depth: 1, isIsolated: false)
    scope = Scope(context: .empty, globals: .empty, assigned: [])
  }

  /// Renders the template from its beginning to its end, in place of what was rendered before.
  mutating func render(_ context: Record, _ globals: Record) throws(TemplateError) {
    let program = frame.program
    scope = Scope(context: context, globals: globals, assigned: program.tables.assigned)
    output.cut(to: 0)
    steps = 0
    try checkDepth(1, at: program.instructions.count - 1)
    _ = try run()
  }

  /// Gives what was rendered away.
  consuming func finish() -> PageOutput { output }
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
    guard output.count <= outputLimit else {
      let kind = TemplateError.Kind.tooMuchOutput(limit: environment.limits.outputBytes)
      throw frame.program.error(kind, at: instruction)
    }
  }
}

// Text of its own, which may be as long as a page.
extension Renderer {
  mutating func beginCapture() {
    captures.append(output.count)
    limitOutput()
  }

  /// The text since `beginCapture`.
  mutating func endCapture() -> String {
    let start = captures.removeLast()
    let text = output.text(from: start)
    output.cut(to: start)
    limitOutput()
    return text
  }

  private mutating func limitOutput() {
    let end = (captures.last ?? 0).addingReportingOverflow(environment.limits.outputBytes)
    outputLimit = end.overflow ? Int.max : end.partialValue
  }
}
