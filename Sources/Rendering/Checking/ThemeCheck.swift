public import CalendarDates
public import Diagnostics
internal import Liquid

/// Everything that is wrong with a theme, found without data: syntax, names of values, filters, tags,
/// partials, phrases, assets, pages and columns.
///
/// Names are judged by `TemplateSchema`; what is worked out while a page is made is not judged.
public struct ThemeCheck: Sendable {
  /// The problems, ordered by file and place.
  public let problems: [ThemeProblem]
  /// The paths of the files that the user's folder has; all of them for the built-in theme.
  public let ownFiles: Set<String>

  /// Checks the theme of a folder with the built-in one behind it, or the built-in one alone. Without
  /// the rules' names those in `links.yaml` are not judged.
  /// - Throws: what keeps the folder from being read.
  public init(
    folder: String? = nil, asOf: CalendarDate, rules: RuleCatalog? = nil
  ) throws(ThemeError) {
    let own =
      try folder.map { folder throws(ThemeError) in try ThemeFolder.files(of: folder) }
    self.init(files: own ?? EmbeddedTheme.files, asOf: asOf, rules: rules)
  }

  /// Checks files in memory with the built-in theme behind them.
  init(files own: [ThemeFile], asOf: CalendarDate, rules: RuleCatalog? = nil) {
    ownFiles = Set(own.map(\.path))
    let files = Theme.files(own)
    var problems: [ThemeProblem] = []
    let wording = WordingCheck(own, files, &problems)
    let templates = TemplateSet(files, wording: wording.english, asOf: asOf, &problems)
    if let links = files.first(where: { $0.path == ManagementLinks.path }) {
      _ = ManagementLinks(links, &problems)
      problems += ManagementLinks.unknownNames(in: links, rules)
    }
    let schema = TemplateSchema.standard
    let visits = TemplateVisits(templates, schema)
    let names = ThemeNames(files, schema)
    for review in visits.reviews {
      problems += review.problems.map { templates.problem($0) }
      problems += names.wrongPartials(in: review).map { templates.problem($0) }
      for call in review.calls {
        problems += (wording.problems(of: call) + names.problems(of: call)).map {
          templates.problem($0)
        }
      }
    }
    for file in files where templates.has(file.path) {
      problems += names.problems(ofHead: templates.matter(file.path), file, schema)
    }
    problems += names.unused(visits, own: ownFiles)
    self.problems = Set(problems).sorted(by: ThemeProblem.isBefore)
  }

  /// How many problems of a level there are.
  public func count(_ level: ThemeProblem.Level) -> Int { problems.count { $0.level == level } }
}

extension TemplateCall.Argument {
  /// An error about this argument of a filter or tag, as a clause, with the name that was probably
  /// meant.
  func error(
    _ clause: String, in owner: String, for name: String, among names: some Sequence<String>
  ) -> TemplateError {
    place.error(
      .problem(.other(clause + ThemeNames.suggestion(for: name, among: names)), in: owner))
  }
}
