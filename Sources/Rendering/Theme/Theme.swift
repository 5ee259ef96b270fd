public import CalendarDates
internal import Digests
internal import Liquid

/// A theme ready for use: every template compiled, the wording of one language, the assets.
///
/// A file that the user's folder lacks comes from the default theme in the binary.
public struct Theme: Sendable {
  /// SHA-256 in hex over paths and bytes of all files.
  public let sha256: String
  /// Keys that English has and the chosen language lacks, sorted.
  public let missingWording: [String]
  let wording: Wording
  let templates: TemplateSet
  let links: ManagementLinks
  /// The files below `assets/`.
  let assets: [ThemeFile]

  /// Loads the default theme, or that of a folder with the default behind it.
  ///
  /// `asOf` is what `now` means in templates.
  /// - Throws: everything that is wrong with the theme at once.
  public init(folder: String? = nil, language: String = "en", asOf: CalendarDate) throws(ThemeError)
  {
    let own =
      try folder.map { folder throws(ThemeError) in try ThemeFolder.files(of: folder) } ?? []
    try self.init(files: own, language: language, asOf: asOf)
  }

  /// Loads a theme of files in memory with the default behind it.
  init(files own: [ThemeFile], language: String, asOf: CalendarDate) throws(ThemeError) {
    let files = Self.files(own)
    var problems: [ThemeProblem] = []
    let (wording, missing) = Self.wording(own, files, language, &problems)
    self.wording = wording
    missingWording = missing
    templates = TemplateSet(files, wording: wording, asOf: asOf, &problems)
    links =
      files.first { $0.path == ManagementLinks.path }.map { ManagementLinks($0, &problems) }
      ?? ManagementLinks()
    assets = files.filter { $0.path.hasPrefix("assets/") }
    sha256 = Self.digest(of: files)
    guard problems.isEmpty else { throw ThemeError(problems) }
  }

  /// The files of the default theme, ordered by path: what `billfold init` may write.
  public static var defaultFiles: [ThemeFile] { EmbeddedTheme.files }

  /// The files of a theme with those of the default theme that it lacks, ordered by path.
  static func files(_ own: [ThemeFile]) -> [ThemeFile] {
    let names = Set(own.map(\.path))
    return (own + EmbeddedTheme.files.filter { !names.contains($0.path) })
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// English of the binary, English of the theme, then the language.
  private static func wording(
    _ own: [ThemeFile], _ files: [ThemeFile], _ language: String,
    _ problems: inout [ThemeProblem]
  ) -> (Wording, missing: [String]) {
    var reader = WordingReader()
    var english: Set<String> = []
    for file in EmbeddedTheme.files + own where file.path == "locales/en.yaml" {
      english.formUnion(reader.read(file))
    }
    var missing: [String] = []
    if language != "en" {
      let path = "locales/\(language).yaml"
      if let file = files.first(where: { $0.path == path }) {
        missing = english.subtracting(reader.read(file)).sorted()
      } else {
        problems.append(ThemeProblem(file: path, "the theme has no wording of this language"))
      }
    }
    problems += reader.problems
    return (reader.wording(language), missing)
  }

  private static func digest(of files: [ThemeFile]) -> String {
    var hash = SHA256()
    for file in files {
      hash.update(Array("\(file.path)\n\(file.bytes.count)\n".utf8).span)
      hash.update(file.bytes.span)
    }
    return hash.finish().hex
  }
}
