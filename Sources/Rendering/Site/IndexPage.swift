internal import Liquid
internal import Reporting

extension SiteContext {
  /// The first page of the site.
  var indexPage: SitePage {
    SitePage("index.html") { [self] () throws(RenderingError) in
      var head = PageHead(
        kind: "index", title: wording.text("ui.overview"), path: "index.html", section: "index")
      head.showsRun = true
      let scope = PageScope(self, path: head.path)
      return try page(
        head, "pages/index.html", scope,
        [
          ("overview", .record(overviewRecord)), ("reports", .list(reportCards(scope))),
          ("findings", findingsValue(scope)), ("sources", sourcesValue(scope)),
        ])
    }
  }

  /// Each report with its question and the number of its rows.
  private func reportCards(_ scope: PageScope) -> [Value] {
    listedReports.map { name in
      [
        "name": .text(name.rawValue), "title": .text(title(of: name)),
        "question": .text(wording.text("report.\(name.rawValue).question")),
        "url": Value(scope.link(SitePaths.report(name))),
        "count": .number(reports[name]?.rows.count ?? 0),
      ]
    }
  }
}
