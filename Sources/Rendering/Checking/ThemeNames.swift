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

  /// The partials that a template asks for and that are not there, or not of its form.
  func wrongPartials(in review: TemplateReview) -> [TemplateError] {
    review.partials.compactMap { use in
      guard let name = use.name else { return nil }
      let problem = templates.contains(name) ? otherForm(name, review.template) : noTemplate(name)
      return problem.map { use.place.error(.problem(.other($0), in: use.tag)) }
    }
  }

  /// HTML and Markdown differ in how they escape, so one is no partial of the other.
  private func otherForm(_ name: String, _ template: String) -> String? {
    switch (template.hasSuffix(".html"), name.hasSuffix(".html")) {
    case (true, false): "'\(name)' is Markdown and no part of HTML"
    case (false, true): "'\(name)' is HTML: use {% html '\(name)' %}"
    default: nil
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
    "there is no template '\(name)'" + Self.suggestion(for: name, among: templates)
  }

  /// ` (did you mean 'x'?)`, or nothing when no name is near.
  static func suggestion(for name: String, among names: some Sequence<String>) -> String {
    NearMiss.suggestion(for: name, among: names).map { " (did you mean '\($0)'?)" } ?? ""
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
  /// Templates of the user that no page uses.
  func unused(_ visits: TemplateVisits, own: Set<String>) -> [ThemeProblem] {
    // A name that is worked out may be that of any partial.
    let isOpen = visits.reviews.contains { $0.partials.contains { $0.name == nil } }
    let named = Set(visits.reviews.flatMap(Self.partials))
    let rest = templates.intersection(own).subtracting(visits.reached).subtracting(named).sorted()
    return rest.filter { !(isOpen && $0.hasPrefix("partials/")) }.map { unused($0) }
  }

  private func unused(_ name: String) -> ThemeProblem {
    guard !name.hasPrefix("partials/") else {
      return ThemeProblem(.warning, file: name, "no template uses this partial")
    }
    return ThemeProblem(
      .warning, file: name,
      "no page is made of this template" + Self.suggestion(for: name, among: entries))
  }

  private static func partials(of review: TemplateReview) -> [String] {
    review.partials.compactMap(\.name)
      + review.calls.filter(\.isHTMLTag).compactMap { $0.positional.first?.text }
  }
}

// What stands at the head of a template.
extension ThemeNames {
  /// A layout that is not there, and columns that the report does not have.
  func problems(
    ofHead matter: FrontMatter, _ file: ThemeFile, _ schema: TemplateSchema
  ) -> [ThemeProblem] {
    var problems: [ThemeProblem] = []
    if let layout = matter.layout, let place = matter.places["layout"], !templates.contains(layout)
    {
      problems.append(ThemeProblem(file, at: place, word: layout, noTemplate(layout)))
    }
    guard let known = ColumnNames.columns(ofReport: file.path, schema) else { return problems }
    let lists: [(String, String?)] = [
      ("columns", matter.columns), ("bars", matter.bars), ("tracks", matter.tracks),
      ("orders", matter.orders.joined(separator: ",")),
    ]
    for (key, list) in lists {
      guard let list, let place = matter.places[key] else { continue }
      for name in TableDesign.columns(list).joined() where !known.contains(name) {
        problems.append(
          ThemeProblem(
            file, at: place, word: name,
            "\(key): there is no column '\(name)'" + Self.suggestion(for: name, among: known)))
      }
    }
    return problems
  }
}
