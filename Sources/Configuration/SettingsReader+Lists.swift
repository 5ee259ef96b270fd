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

  /// One entry of `rules`.
  mutating func rule(_ entry: YAMLEntry) -> ConfiguredRule? {
    guard let known = vocabulary.rules.first(where: { $0.id == entry.key }) else {
      reportUnknown(entry, "rules", vocabulary.rules.map(\.id))
      return nil
    }
    var settings = ConfiguredRule(id: known.id)
    let section = "rules." + known.id
    for inner in entries(entry.value, of: section, known: ["severity"] + known.thresholds) {
      if inner.key == "severity" {
        settings.severity = severity(inner.value, of: known)
      } else if let value = decimal(inner.value, section + "." + inner.key) {
        settings.thresholds.append(.init(name: inner.key, value: value))
      }
    }
    return settings
  }

  private mutating func severity(
    _ node: YAMLNode, of rule: SettingsVocabulary.Rule
  ) -> Severity? {
    guard let severity: Severity = word(node, "rules.\(rule.id).severity") else {
      return nil
    }
    if let lowest = rule.lowestSeverity, severity < lowest {
      report(
        .badSetting, at: node.position,
        "`\(rule.id)` may not be less than \(lowest.rawValue), not “\(severity.rawValue)”",
        help: "rules about reading can be raised, not lowered: which rows are quarantined is fixed")
      return nil
    }
    return severity
  }

  /// One entry of `waivers`; all five values are needed.
  mutating func waiver(_ node: YAMLNode) -> Waiver? {
    let keys = ["rule", "subject", "owner", "reason", "expires"]
    var texts: [String: String] = [:]
    var expires: CalendarDate?
    let found = entries(node, of: "waivers", known: keys)
    for entry in found {
      let key = "waivers." + entry.key
      switch entry.key {
      case "rule": texts["rule"] = known(entry.value, key, among: vocabulary.rules.map(\.id))
      case "expires": expires = date(entry.value, key)
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
    return Waiver(rule: rule, subject: subject, owner: owner, reason: reason, expires: expires)
  }
}
