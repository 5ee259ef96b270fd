internal import CalendarDates
internal import Diagnostics
internal import YAMLReading

extension SettingsReader {
  /// One entry of `inputs`; a bare text is its path.
  mutating func input(_ node: YAMLNode) -> InputSettings? {
    if node.text != nil { return path(node, "inputs.path").map(InputSettings.init) }
    let keys = ["path", "pick", "format", "delimiter", "encoding", "decimal", "dates"]
    let count = problems.count
    var input = InputSettings(path: "")
    for entry in entries(node, of: "inputs", known: keys) {
      let key = "inputs." + entry.key
      switch entry.key {
      case "path": input.path = path(entry.value, key) ?? ""
      case "pick": input.pick = word(entry.value, key)
      case "format":
        input.format = text(entry.value, key)
        input.formatPlace = [entry.value.position.line, entry.value.position.column]
      case "delimiter": input.delimiter = delimiter(entry.value, key)
      case "encoding": input.encoding = word(entry.value, key)
      case "decimal": input.decimal = word(entry.value, key)
      default: input.dates = word(entry.value, key)
      }
    }
    if input.path.isEmpty, problems.count == count {
      report(.badSetting, at: node.position, "an entry of `inputs` needs `path`")
    }
    return input.path.isEmpty ? nil : input
  }

  private mutating func delimiter(
    _ node: YAMLNode, _ key: String
  ) -> InputSettings.Delimiter? {
    node.text == "\t" ? .tab : word(node, key)
  }

  /// One entry of `waivers`; all five values are needed.
  mutating func waiver(_ node: YAMLNode) -> Waiver? {
    let keys = ["rule", "subject", "owner", "reason", "expires"]
    var texts: [String: String] = [:]
    var expires: CalendarDate?
    var place = node.position
    let found = entries(node, of: "waivers", known: keys)
    for entry in found {
      let key = "waivers." + entry.key
      switch entry.key {
      case "rule": texts["rule"] = known(entry.value, key, among: vocabulary.rules.map(\.id))
      case "expires":
        expires = date(entry.value, key)
        place = entry.value.position
      default: texts[entry.key] = text(entry.value, key)
      }
    }
    let missing = keys.filter { key in !found.contains { $0.key == key } }
    if !missing.isEmpty, node.entries != nil {
      let names = missing.map { "`\($0)`" }.joined(separator: ", ")
      report(.badSetting, at: node.position, "an entry of `waivers` needs \(names)")
    }
    guard let rule = texts["rule"], let subject = texts["subject"], let owner = texts["owner"],
      let reason = texts["reason"], let expires
    else { return nil }
    return Waiver(
      rule: rule, subject: subject, owner: owner, reason: reason, expires: expires,
      line: place.line, column: place.column)
  }
}
