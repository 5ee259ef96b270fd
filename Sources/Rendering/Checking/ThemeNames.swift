internal import Diagnostics
internal import Liquid
internal import Reporting

/// The names of a theme's files and of the site's pages, to hold against those that templates use.
struct ThemeNames {
  /// Every template, also one that does not parse.
  private let templates: Set<String>
  private let assets: Set<String>
  /// The templates that pages begin with.
  private let entries: Set<String>

  private static let lists = ["findings", "quarantine", "sources", "rules"]
  private static let kinds = DetailKind.allCases.map(\.rawValue) + ["rule", "report", "page"]

  init(_ files: [ThemeFile], _ schema: TemplateSchema) {
    templates = Set(files.map(\.path).filter { TemplateSet.isTemplate($0) })
    let folder = "assets/"
    assets = Set(
      files.map(\.path).filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) })
    entries = Set(schema.kinds.flatMap { TemplateVisits.templates(of: $0) })
  }

  /// The partials that a template asks for and that are not there.
  func missingPartials(in review: TemplateReview) -> [TemplateError] {
    review.partials.compactMap { use in
      guard let name = use.name, !templates.contains(name) else { return nil }
      return use.place.error(.problem(.other(noTemplate(name)), in: use.tag))
    }
  }

  /// Files, pages and columns that a call names and that are not there.
  func problems(of call: TemplateCall) -> [TemplateError] {
    switch (call.name, call.input) {
    case ("html", nil):
      guard let argument = call.positional.first, let name = argument.text,
        !templates.contains(name)
      else { return [] }
      return [argument.place.error(.problem(.other(noTemplate(name)), in: "html"))]
    case ("asset", let input?): return asset(input)
    case ("href", let input?):
      return call.positional.first.map { page(kind: $0, id: input, in: "href") } ?? []
    case ("link_to", _?):
      guard call.positional.count == 2 else { return [] }
      return page(kind: call.positional[0], id: call.positional[1], in: "link_to")
    default: return ColumnNames(call).problems
    }
  }

  private func noTemplate(_ name: String) -> String {
    let near = NearMiss.suggestion(for: name, among: templates)
    return "there is no template '\(name)'" + (near.map { " (did you mean '\($0)'?)" } ?? "")
  }

  private func asset(_ argument: TemplateCall.Argument) -> [TemplateError] {
    guard let name = argument.text, !assets.contains(name) else { return [] }
    return [
      argument.error("there is no file assets/\(name)", in: "asset", for: name, among: assets)
    ]
  }

  private func page(
    kind: TemplateCall.Argument, id: TemplateCall.Argument, in owner: String
  ) -> [TemplateError] {
    guard let word = kind.text else { return [] }
    guard Self.kinds.contains(word) else {
      return [
        kind.error(
          "there are no pages of the kind '\(word)'", in: owner, for: word, among: Self.kinds)
      ]
    }
    guard let name = id.text, word == "report" || word == "page" else { return [] }
    let known = word == "report" ? ReportName.allCases.map(\.rawValue) : Self.lists
    guard !known.contains(name) else { return [] }
    return [id.error("there is no \(word) '\(name)'", in: owner, for: name, among: known)]
  }
}

// Files that nothing uses.
extension ThemeNames {
  /// Layouts that are not there, and templates of the user that no page uses.
  func unused(
    _ visits: TemplateVisits, in set: TemplateSet, own: Set<String>
  ) -> [ThemeProblem] {
    let layouts = set.names.compactMap { name -> ThemeProblem? in
      guard let layout = set.matter(name).layout, !templates.contains(layout) else { return nil }
      return ThemeProblem(file: name, "layout: " + noTemplate(layout))
    }
    // A name that is worked out may be that of any partial.
    let isOpen = visits.reviews.contains { $0.partials.contains { $0.name == nil } }
    let named = Set(visits.reviews.flatMap(Self.partials))
    let rest = templates.intersection(own).subtracting(visits.reached).subtracting(named).sorted()
    return layouts + rest.filter { !(isOpen && $0.hasPrefix("partials/")) }.map { unused($0) }
  }

  private func unused(_ name: String) -> ThemeProblem {
    guard !name.hasPrefix("partials/") else {
      return ThemeProblem(.warning, file: name, "no template uses this partial")
    }
    let near = NearMiss.suggestion(for: name, among: entries)
    return ThemeProblem(
      .warning, file: name,
      "no page is made of this template" + (near.map { " (did you mean '\($0)'?)" } ?? ""))
  }

  private static func partials(of review: TemplateReview) -> [String] {
    review.partials.compactMap(\.name)
      + review.calls.filter(\.isHTMLTag).compactMap { $0.positional.first?.text }
  }
}
