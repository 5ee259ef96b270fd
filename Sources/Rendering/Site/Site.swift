public import Reporting

/// The site of a run: which files it has, and how each is made.
///
/// ```swift
/// let site = Site(input, theme: theme)
/// for page in site.pages { try write(page.render(), to: page.path) }
/// ```
public struct Site: Sendable {
  /// All files but those of `data/` in other forms than Markdown, in no meaningful order. Paths are
  /// unique.
  public let pages: [SitePage]
  private let context: SiteContext

  /// Plans the site. Nothing is rendered yet; the plan costs a path and a reference a page.
  public init(_ input: SiteInput, theme: Theme) {
    let context = SiteContext(input, theme)
    self.context = context
    pages =
      [context.indexPage] + context.reportPages + context.detailPages + context.peoplePages
      + context.findingPages + context.quarantinePages + context.sourcePages + context.rulePages
      + context.assets.map { asset in SitePage(asset.path) { asset.bytes } }
  }

  /// A report as Markdown: what `billfold report NAME --format md` prints.
  public func markdown(of report: Report) throws(RenderingError) -> [UInt8] {
    try context.markdown(report)
  }

  /// A report as one page of HTML that needs no other file: its style sheet stands in the page, allowed
  /// by its hash, and it has no links.
  public func standalonePage(of report: Report) throws(RenderingError) -> [UInt8] {
    try context.standalonePage(report)
  }
}
