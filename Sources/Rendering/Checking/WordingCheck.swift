internal import Liquid
internal import YAMLReading

/// The phrases of a theme in all its languages, to hold against those that templates use.
struct WordingCheck {
  /// One file of wording.
  private struct Locale {
    let file: ThemeFile
    let keys: Set<String>
    let wording: Wording
    let places: [String: YAMLPosition]
  }

  /// The English that templates are compiled with.
  let english: Wording
  private let englishKeys: Set<String>
  private let others: [Locale]
  /// False when the English could not be read: then nothing is known of its keys.
  private let isWhole: Bool

  private static let englishPath = "locales/en.yaml"

  /// Reads every `locales/*.yaml`. What is wrong in them, and phrases that a language lacks, go to
  /// `problems`.
  init(_ own: [ThemeFile], _ files: [ThemeFile], _ problems: inout [ThemeProblem]) {
    var reader = WordingReader()
    var keys: Set<String> = []
    for file in EmbeddedTheme.files + own where file.path == Self.englishPath {
      keys.formUnion(reader.read(file))
    }
    problems += reader.problems
    isWhole = reader.problems.isEmpty
    var others: [Locale] = []
    for file in files where file.path.hasPrefix("locales/") && file.path.hasSuffix(".yaml") {
      guard file.path != Self.englishPath else { continue }
      var reader = WordingReader()
      let keys = reader.read(file)
      problems += reader.problems
      guard reader.problems.isEmpty else { continue }
      let wording = reader.wording(String(file.path.dropFirst("locales/".count).dropLast(5)))
      others.append(Locale(file: file, keys: keys, wording: wording, places: reader.places))
    }
    english = reader.wording("en")
    englishKeys = keys
    self.others = others
    guard isWhole else { return }
    problems += others.flatMap { untranslated($0) + strangeArguments($0) }
  }
}

// Phrases that templates use.
extension WordingCheck {
  /// Phrases that a call names and that are in no language, or not in all of them, and arguments
  /// that a phrase needs and the call does not give.
  func problems(of call: TemplateCall) -> [TemplateError] {
    guard isWhole, let argument = Self.phrase(of: call), let key = argument.text else { return [] }
    guard englishKeys.contains(key) else { return [missing(key, argument, call)] }
    let needed = english.arguments(of: key) ?? []
    // What no template can give is put in by the script of the page.
    guard call.name == "t", needed.isSubset(of: SiteEnvironment.phraseArguments) else { return [] }
    return needed.subtracting(call.named.keys).sorted().map { name in
      argument.place.error(.problem(.other("the phrase '\(key)' needs '\(name):'"), in: "t"))
    }
  }

  private func missing(
    _ key: String, _ argument: TemplateCall.Argument, _ call: TemplateCall
  ) -> TemplateError {
    let lacking = others.filter { !$0.keys.contains(key) }
    let files = [Self.englishPath] + lacking.map(\.file.path)
    let place = lacking.count == others.count ? "" : " in \(files.joined(separator: ", "))"
    return argument.error(
      "there is no phrase '\(key)'\(place)", in: call.name, for: key, among: englishKeys)
  }

  /// The argument of a call that is the key of a phrase.
  private static func phrase(of call: TemplateCall) -> TemplateCall.Argument? {
    switch call.name {
    case "t": call.input
    case "chart" where call.input == nil: call.named["finding"]
    default: nil
    }
  }
}

// Translations.
extension WordingCheck {
  private static let shownKeys = 8

  private func untranslated(_ locale: Locale) -> [ThemeProblem] {
    let missing = englishKeys.subtracting(locale.keys).sorted()
    guard !missing.isEmpty else { return [] }
    let more = missing.count - Self.shownKeys
    let names = missing.prefix(Self.shownKeys).joined(separator: ", ")
    let count = missing.count == 1 ? "1 phrase stays" : "\(missing.count) phrases stay"
    return [
      ThemeProblem(
        .warning, file: locale.file.path,
        "\(count) English, not being here: \(names)" + (more > 0 ? " and \(more) more" : ""))
    ]
  }

  /// Braces of a translation whose name the English phrase does not have: they would be printed.
  private func strangeArguments(_ locale: Locale) -> [ThemeProblem] {
    locale.keys.sorted().flatMap { key -> [ThemeProblem] in
      guard let known = english.arguments(of: key), let place = locale.places[key] else {
        return []
      }
      let strange = (locale.wording.arguments(of: key) ?? []).subtracting(known.union(["count"]))
      return strange.sorted().map { name in
        ThemeProblem(
          locale.file, at: place, word: "{\(name)}",
          "the English phrase '\(key)' has no {\(name)}"
            + ThemeNames.suggestion(for: name, among: known))
      }
    }
  }
}
