/// Templates that are parsed together and use each other by name as partials.
public struct TemplateLibrary: Sendable {
  private let templates: [String: Template]

  /// Parses all templates; names are what `render` and `include` ask for.
  ///
  /// A name that a template asks for and the library lacks goes to the environment's own `partial`.
  public init(
    _ sources: [(name: String, text: String)], in environment: Environment
  ) throws(TemplateError) {
    var templates: [String: Template] = [:]
    for (name, text) in sources {
      templates[name] = try Template(parsing: text, name: name, in: environment)
    }
    self.templates = templates
  }

  /// The names, in byte order.
  public var names: [String] {
    templates.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The template of that name, which finds all others of the library.
  public subscript(name: String) -> Template? {
    guard var template = templates[name] else { return nil }
    let outside = template.environment.partial
    template.environment.partial = { [templates] name in
      templates[name].map { .template($0) } ?? outside(name)
    }
    return template
  }
}
