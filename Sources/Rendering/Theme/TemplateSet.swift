internal import CalendarDates
internal import Liquid

/// All templates of a theme, compiled once: those of HTML and those of Markdown, which differ in how
/// they escape what they print and cannot be partials of each other.
struct TemplateSet: Sendable {
  private let html: TemplateLibrary
  private let markdown: TemplateLibrary
  private let matters: [String: FrontMatter]

  /// Compiles every template; what is wrong is added to `problems`.
  init(
    _ files: [ThemeFile], wording: Wording, asOf: CalendarDate, _ problems: inout [ThemeProblem]
  ) {
    var matters: [String: FrontMatter] = [:]
    let htmlEnvironment = SiteEnvironment.make(.html, wording, asOf)
    let markdownEnvironment = SiteEnvironment.make(.markdownAndHTML, wording, asOf)
    var sources: [(name: String, text: String)] = []
    for file in files where Self.isTemplate(file.path) {
      let isHTML = file.path.hasSuffix(".html")
      do throws(ThemeError) {
        let (matter, body) = try Self.read(file)
        try Self.check(
          body, file.path, after: matter.lineCount, isHTML ? htmlEnvironment : markdownEnvironment)
        matters[file.path] = matter
        sources.append((file.path, body))
      } catch {
        problems += error.problems
      }
    }
    self.matters = matters
    html = Self.library(sources.filter { $0.name.hasSuffix(".html") }, htmlEnvironment)
    markdown = Self.library(sources.filter { $0.name.hasSuffix(".md") }, markdownEnvironment)
  }

  /// What stands at the head of a template; the defaults when there is no such template.
  func matter(_ name: String) -> FrontMatter { matters[name] ?? FrontMatter() }

  /// The templates that parse, sorted.
  var names: [String] { matters.keys.sorted() }

  /// A template; nil when there is none of that name, or it does not parse.
  func template(_ name: String) -> Template? {
    (name.hasSuffix(".html") ? html : markdown)[name]
  }

  /// True when the theme has the template.
  func has(_ name: String) -> Bool { matters[name] != nil }

  /// Renders a template with the page's values.
  func render(_ name: String, _ values: Record) throws(RenderingError) -> String {
    try page(name, values, expecting: 1 << 16).text()
  }

  /// What a template makes of the page's values, which is expected to have so many bytes.
  func page(
    _ name: String, _ values: Record, expecting size: Int
  ) throws(RenderingError) -> PageOutput {
    let library = name.hasSuffix(".html") ? html : markdown
    guard let template = library[name] else { throw .noTemplate(name) }
    do throws(TemplateError) {
      return try template.page([:], globals: values, expecting: size)
    } catch {
      throw .template(problem(error))
    }
  }

  /// A template's error at its place in the file.
  func problem(_ error: TemplateError) -> ThemeProblem {
    ThemeProblem(error, after: matter(error.template).lineCount)
  }

  static func isTemplate(_ path: String) -> Bool {
    !path.hasPrefix("assets/") && (path.hasSuffix(".html") || path.hasSuffix(".md"))
      && path.split(separator: "/").last != "README.md"
  }

  private static func read(_ file: ThemeFile) throws(ThemeError) -> (FrontMatter, String) {
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      throw ThemeError([ThemeProblem(file: file.path, "the template is not UTF-8")])
    }
    return try FrontMatter.split(text, file: file.path)
  }

  private static func check(
    _ body: String, _ name: String, after offset: Int, _ environment: Environment
  ) throws(ThemeError) {
    do throws(TemplateErrors) {
      _ = try Template(checking: body, name: name, in: environment)
    } catch {
      throw ThemeError(error.all.map { ThemeProblem($0, after: offset) })
    }
  }

  /// The templates that parse, which find each other by name.
  private static func library(
    _ sources: [(name: String, text: String)], _ environment: Environment
  ) -> TemplateLibrary {
    do throws(TemplateError) {
      return try TemplateLibrary(sources, in: environment)
    } catch {
      preconditionFailure("templates that were parsed alone parse together: \(error)")
    }
  }
}

/// Why a page could not be rendered.
public enum RenderingError: Error, Hashable, Sendable {
  /// The theme has no template of that name.
  case noTemplate(String)
  /// A template stopped at this place.
  case template(ThemeProblem)
  /// The Markdown of this page could not become HTML, because a table or chart of it does not stand
  /// in a paragraph of its own, or for want of memory.
  case markup(page: String)
}

extension RenderingError: CustomStringConvertible {
  /// The error as one line, and the place in the template where there is one.
  public var description: String {
    switch self {
    case .noTemplate(let name): "\(name): error: the theme has no template of this name"
    case .template(let problem): problem.description
    case .markup(let page):
      "\(page): error: each {% table %}, {% chart %} and {% html %} stands in a paragraph of its own"
    }
  }
}
