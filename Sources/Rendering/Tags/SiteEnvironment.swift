internal import CalendarDates
internal import Liquid

/// What templates may use besides the language itself: our filters and tags.
enum SiteEnvironment {
  static func make(_ escaping: Escaping, _ wording: Wording, _ asOf: CalendarDate) -> Environment {
    var environment = Environment(escaping: escaping, strictness: .strict, today: asOf)
    environment.filters.merge(figureFilters(wording)) { $1 }
    environment.filters.merge(linkFilters) { $1 }
    environment.filters.merge(wordFilters(wording)) { $1 }
    environment.tags = [
      "table": tableTag, "chart": chartTag, "fields": fieldsTag, "html": htmlTag,
    ]
    return environment
  }

  /// How figures are written on the page at hand.
  static func cells(_ wording: Wording) -> CellText {
    PageScope.current?.cells ?? CellText(wording)
  }

  /// A dash for what is unknown, with words for those who do not see it.
  static func missing(_ wording: Wording, _ escaping: Escaping) -> Value {
    escaping == .html ? .markup(HTMLText.missing(wording.text("ui.missing"))) : .text("–")
  }

  /// Puts finished HTML at its place: a marker in Markdown that becomes a page.
  static func place(
    _ arguments: Arguments, in page: inout PageOutput,
    _ write: (inout PageOutput) throws(Problem) -> Void
  ) throws(Problem) {
    guard arguments.escaping == .markdownAndHTML else { return try write(&page) }
    var html = PageOutput(reserving: 1 << 14)
    try write(&html)
    page.append(markup: PageScope.current?.markers.place(html.text()) ?? "")
  }

  /// The page at hand.
  static func scope() throws(Problem) -> PageScope {
    guard let scope = PageScope.current else { throw .other("this tag needs a page of a site") }
    return scope
  }
}
