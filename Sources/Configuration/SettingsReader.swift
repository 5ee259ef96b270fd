internal import Diagnostics
internal import YAMLReading

/// Reads sections and collects what is wrong in them.
struct SettingsReader {
  let folder: String
  let vocabulary: SettingsVocabulary
  private(set) var problems: [ConfigurationProblem] = []
  private(set) var unsupported: [UnsupportedSetting] = []

  init(folder: String, vocabulary: SettingsVocabulary) {
    self.folder = folder
    self.vocabulary = vocabulary
  }

  mutating func report(
    _ rule: ConfigurationProblem.Rule, at position: YAMLPosition, _ message: String,
    help: String? = nil
  ) {
    problems.append(
      ConfigurationProblem(
        rule: rule, line: position.line, column: position.column, message: message, help: help))
  }

  /// The entries of a mapping whose keys are known, without those that say nothing; the others
  /// are reported. `section` is the key above with a dot, empty at the top.
  mutating func entries(
    _ node: YAMLNode, of section: String, known: [String]
  ) -> [YAMLEntry] {
    guard let entries = mapping(node, section) else { return [] }
    var result: [YAMLEntry] = []
    for entry in entries {
      if !known.contains(entry.key) {
        reportUnknown(entry, section, known)
      } else if !entry.value.isNull {
        note(entry, section)
        result.append(entry)
      }
    }
    return result
  }

  /// The entries of a mapping with free keys.
  mutating func mapping(_ node: YAMLNode, _ section: String) -> [YAMLEntry]? {
    if node.isNull { return [] }
    guard let entries = node.entries else {
      let place = section.isEmpty ? "the file" : "`\(section)`"
      report(.badSetting, at: node.position, "\(place) must hold `key: value` lines")
      return nil
    }
    return entries
  }

  /// The elements of a list.
  mutating func list(_ node: YAMLNode, _ key: String) -> [YAMLNode] {
    guard let elements = node.elements else {
      report(
        .badSetting, at: node.position, "`\(key)` must be a list",
        help: "write `[a, b]`, or one `- a` a line")
      return []
    }
    return elements
  }

  mutating func reportUnknown(_ entry: YAMLEntry, _ section: String, _ known: [String]) {
    let place = section.isEmpty ? "" : " in `\(section)`"
    report(
      .unknownKey, at: entry.position, "unknown key `\(entry.key)`\(place)",
      help: Self.suggestion(for: entry.key, among: known))
  }

  static func suggestion(for text: String, among words: [String]) -> String {
    if let near = NearMiss.suggestion(for: text, among: words) { return "did you mean `\(near)`?" }
    return words.count <= 20
      ? "known: " + words.map { "`\($0)`" }.joined(separator: ", ")
      : "see the list in the README"
  }

  private mutating func note(_ entry: YAMLEntry, _ section: String) {
    let key = section.isEmpty ? entry.key : section + "." + entry.key
    let withValue = key + "=" + (entry.value.text ?? "")
    guard vocabulary.unsupported.contains(key) || vocabulary.unsupported.contains(withValue) else {
      return
    }
    unsupported.append(
      UnsupportedSetting(key: key, line: entry.position.line, column: entry.position.column))
  }
}
