/// A parsed template, ready to be rendered as often as needed.
///
/// ```swift
/// let template = try Template(parsing: "{{ name | upcase }}", name: "card.html", in: environment)
/// let page = try template.render(["name": "Contoso"])
/// ```
public struct Template: Sendable {
  let body: Block
  let program: Program
  var environment: Environment

  /// Parses a template. The name stands in errors; of several the first that is met is thrown.
  public init(
    parsing text: String, name: String, in environment: Environment = Environment()
  ) throws(TemplateError) {
    do throws(TemplateErrors) {
      try self.init(checking: text, name: name, in: environment)
    } catch {
      throw error.first
    }
  }

  /// Parses a template, and finds all that is wrong with it.
  public init(
    checking text: String, name: String, in environment: Environment = Environment()
  ) throws(TemplateErrors) {
    let source = Source(text, name: name)
    self.environment = environment
    let (block, errors) = Parser.parse(source, environment: environment)
    if let errors = TemplateErrors(errors) { throw errors }
    body = block
    program = Compiler.compile(body, of: source)
  }

  var source: Source { program.source }

  /// The template's name.
  public var name: String { source.name }

  /// Renders the template with these values.
  ///
  /// Partials that `render` runs see the `globals` but not the `context`; where both have a name,
  /// the context wins.
  public func render(
    _ context: Record, globals: Record = [:]
  ) throws(TemplateError) -> String {
    try render(context, globals, expecting: 1024) { $0.text(from: 0) }
  }

  /// Appends the rendered template to UTF-8 bytes. After an error the output is as before.
  public func render(
    _ context: Record, globals: Record = [:], into output: inout [UInt8]
  ) throws(TemplateError) {
    try render(context, globals, expecting: output.capacity - output.count) {
      $0.append(to: &output)
    }
  }

  private func render<Result>(
    _ context: Record, _ globals: Record, expecting size: Int,
    _ use: (borrowing UnsafeOutput) -> Result
  ) throws(TemplateError) -> Result {
    var renderer = Renderer(
      self, context: context, globals: globals, environment: environment, expecting: size)
    try renderer.checkDepth(1, at: program.instructions.count - 1)
    _ = try renderer.run()
    return use(renderer.output)
  }
}
