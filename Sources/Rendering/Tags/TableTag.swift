internal import Liquid

extension SiteEnvironment {
  /// `{% table report, columns: "product_name+product_id, purchased", bars: "…", tracks: "…",
  /// caption: "…" %}`: the table of a report or detail.
  static var tableTag: Tag {
    Tag(1...1, named: ["columns", "bars", "tracks", "caption", "id"]) {
      arguments, page throws(Problem) in
      let scope = try scope()
      let source = try table(arguments[0], scope)
      let plan = try scope.site.plans.plan(source, arguments)
      guard scope.form != .markdown else {
        return TableMarkdown(source, plan.design, scope).append(to: &page)
      }
      let (caption, id) = (try arguments.text("caption"), try arguments.text("id"))
      let table = TableHTML(source, plan, scope, caption: caption, id: id)
      try place(arguments, in: &page) { html in table.append(to: &html) }
    }
  }

  /// The page's table of that record.
  static func table(_ value: Value, _ scope: PageScope) throws(Problem) -> TableSource {
    guard case .record(let record) = value, case .text(let key)? = record["key"],
      let source = scope.tables[key]
    else { throw .wrongKind("something else", expected: "a report, or a table of the page") }
    return source
  }

  /// `{% fields product, without: "product_name" %}`: what is known of the thing of a detail page.
  static var fieldsTag: Tag {
    Tag(1...1, named: ["only", "without"]) { arguments, page throws(Problem) in
      let scope = try scope()
      guard let detail = scope.detail, case .record = arguments[0] else {
        throw .wrongKind("something else", expected: "the thing of a detail page")
      }
      let fields = FieldsHTML(
        detail, scope, only: names(arguments["only"]), without: names(arguments["without"]) ?? [])
      try place(arguments, in: &page) { html in fields.append(to: &html) }
    }
  }

  private static func names(_ value: Value?) -> [String]? {
    guard case .text(let text) = value else { return nil }
    return Array(TableDesign.columns(text).joined())
  }

  /// `{% html "partials/cards.html" %}`: a partial of HTML in a page written in Markdown; nothing in
  /// Markdown as such.
  static var htmlTag: Tag {
    Tag(1...1) { arguments, page throws(Problem) in
      let scope = try scope()
      guard case .text(let name) = arguments[0] else {
        throw .wrongKind("something else", expected: "a template's name in quotes")
      }
      guard scope.form != .markdown else { return }
      try place(arguments, in: &page) { html throws(Problem) in
        do throws(RenderingError) {
          html.append(markup: try scope.partial(name))
        } catch {
          throw .other(error.description)
        }
      }
    }
  }
}
