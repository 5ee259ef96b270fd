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
    try page(context, globals: globals, expecting: 1024).text()
  }

  /// The rendered template, which is expected to have so many bytes.
  public func page(
    _ context: Record, globals: Record = [:], expecting size: Int
  ) throws(TemplateError) -> PageOutput {
    var renderer = Renderer(self, expecting: size)
    try renderer.render(context, globals)
    return renderer.finish()
  }

  /// Appends the rendered template to UTF-8 bytes. After an error the output is as before.
  public func render(
    _ context: Record, globals: Record = [:], into output: inout [UInt8]
  ) throws(TemplateError) {
    var renderer = Renderer(self, expecting: output.capacity - output.count)
    try renderer.render(context, globals)
    renderer.output.append(to: &output)
  }
}
