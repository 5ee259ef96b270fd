internal import Liquid
internal import Markup
internal import Reporting
internal import Synchronization

/// What filters and tags know of the page that is being made.
///
/// Templates are compiled once for all pages, and Liquid hands a filter its values only; so the page
/// at hand goes along as a task-local value, which ends with the rendering.
struct PageScope: Sendable {
  /// What is being written.
  enum Form: Hashable, Sendable {
    /// A page of the site.
    case page
    /// A page alone, whose links would lead nowhere.
    case standalone
    /// Markdown as such.
    case markdown
  }

  let site: SiteContext
  let path: String
  let form: Form
  /// What leads from the page to the site's folder: `../`.
  let base: String
  /// The tables of the page, by the name that its template knows.
  var tables: [String: TableSource] = [:]
  /// The thing that a detail page is about.
  var detail: Detail?
  /// Renders a partial of HTML with the page's values.
  var partial: @Sendable (String) throws(RenderingError) -> String = { _ in "" }
  let markers = MarkerSink()

  @TaskLocal static var current: PageScope?

  init(_ site: SiteContext, path: String, form: Form = .page) {
    self.site = site
    self.path = path
    self.form = form
    base = SitePaths.base(of: path)
  }

  /// The link to a path of the site from this page; nil where links lead nowhere.
  func link(_ path: String?) -> String? {
    guard form == .page, let path else { return nil }
    return base + path
  }

  /// Appends the beginning of a link to a path of the site; false, and nothing is appended, where
  /// there is none, where links lead nowhere, and unless wanted for this page itself.
  func appendLink(
    to path: String?, evenToItself: Bool = false, in html: inout PageOutput
  ) -> Bool {
    guard form == .page, let path, evenToItself || path != self.path else { return false }
    html.write("<a href=\"")
    html.append(markup: base)
    html.append(text: path)
    html.write("\">")
    return true
  }

  /// How this page writes cells.
  var cells: CellText {
    CellText(site.wording, form == .markdown ? site.wording.numbers.plain : nil)
  }

  /// Renders something for this page.
  func rendering<Success>(
    _ body: () throws(RenderingError) -> Success
  ) throws(RenderingError) -> Success {
    let result = PageScope.$current.withValue(self) {
      Result { () throws(RenderingError) in try body() }
    }
    return try result.get()
  }
}

/// Collects the finished HTML of a page's tables and charts while its Markdown is written.
///
/// A class with a lock because the tags of one page add to it through a value of the page.
final class MarkerSink: Sendable {
  private let markers = Mutex(MarkdownMarkers())

  /// Keeps finished HTML and gives the Markdown to leave in its place.
  func place(_ html: String) -> String {
    markers.withLock { $0.place(html) }
  }

  /// Everything that was kept.
  var all: MarkdownMarkers { markers.withLock { $0 } }
}
