internal import Liquid

/// The phrases of a theme in all its languages, to hold against those that templates use.
struct WordingCheck {
  /// One file of wording.
  private struct Locale {
    let path: String
    let keys: Set<String>
  }

  /// The English that templates are compiled with.
  let english: Wording
  private let englishKeys: Set<String>
  private let others: [Locale]
  /// False when a file could not be read: then nothing is known of its keys.
  private let isWhole: Bool

  private static let englishPath = "locales/en.yaml"
  private static let shownKeys = 8

  /// Reads every `locales/*.yaml`. What is wrong in them, and phrases that a language lacks, go to
  /// `problems`.
  init(_ own: [ThemeFile], _ files: [ThemeFile], _ problems: inout [ThemeProblem]) {
    var reader = WordingReader()
    var keys: Set<String> = []
    for file in EmbeddedTheme.files + own where file.path == Self.englishPath {
      keys.formUnion(reader.read(file))
    }
    var found = reader.problems
    var others: [Locale] = []
    for file in files where file.path.hasPrefix("locales/") && file.path.hasSuffix(".yaml") {
      guard file.path != Self.englishPath else { continue }
      var reader = WordingReader()
      others.append(Locale(path: file.path, keys: reader.read(file)))
      found += reader.problems
    }
    english = reader.wording("en")
    englishKeys = keys
    self.others = others
    isWhole = found.isEmpty
    problems += found
    guard isWhole else { return }
    problems += others.compactMap { Self.untranslated($0, keys.subtracting($0.keys).sorted()) }
  }

  /// Phrases that a call names and that are in no language, or not in all of them.
  func problems(of call: TemplateCall) -> [TemplateError] {
    guard isWhole, let argument = Self.phrase(of: call), let key = argument.text else { return [] }
    guard !englishKeys.contains(key) else { return [] }
    let lacking = others.filter { !$0.keys.contains(key) }
    let files = [Self.englishPath] + lacking.map(\.path)
    let place = lacking.count == others.count ? "" : " in \(files.joined(separator: ", "))"
    return [
      argument.error(
        "there is no phrase '\(key)'\(place)", in: call.name, for: key, among: englishKeys)
    ]
  }

  /// The argument of a call that is the key of a phrase.
  private static func phrase(of call: TemplateCall) -> TemplateCall.Argument? {
    switch call.name {
    case "t": call.input
    case "chart" where call.input == nil: call.named["finding"]
    default: nil
    }
  }

  private static func untranslated(_ locale: Locale, _ missing: [String]) -> ThemeProblem? {
    guard !missing.isEmpty else { return nil }
    let more = missing.count - shownKeys
    let names = missing.prefix(shownKeys).joined(separator: ", ")
    let count = missing.count == 1 ? "1 phrase stays" : "\(missing.count) phrases stay"
    return ThemeProblem(
      .warning, file: locale.path,
      "\(count) English, not being here: \(names)" + (more > 0 ? " and \(more) more" : ""))
  }
}
