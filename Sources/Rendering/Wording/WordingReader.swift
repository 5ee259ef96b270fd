internal import YAMLReading

/// Reads files of wording and lays them over each other: later ones win, key by key.
struct WordingReader {
  private var phrases: [String: Wording.Phrase] = [:]
  private var numbers = NumberStyle()
  private var dates = DatePattern()
  private var alphabet = "abcdefghijklmnopqrstuvwxyz".map { String($0) }
  private(set) var problems: [ThemeProblem] = []
  /// Where each key stands in the file that was read last and has it.
  private(set) var places: [String: YAMLPosition] = [:]

  /// Lays a file over what was read before. Its keys come back.
  @discardableResult
  mutating func read(_ file: ThemeFile) -> Set<String> {
    let root: YAMLNode
    do throws(YAMLError) {
      root = try YAMLNode(parsing: file.bytes)
    } catch {
      problems.append(ThemeProblem(error, in: file.path))
      return []
    }
    var keys: Set<String> = []
    for entry in root.entries ?? [] where !takeFormat(entry) {
      flatten(entry, &keys)
    }
    return keys
  }

  func wording(_ language: String) -> Wording {
    Wording(
      language: language, phrases: phrases, numbers: numbers, dates: dates, alphabet: alphabet)
  }

  /// Takes `number`, `date`, `months` and `alphabet`.
  private mutating func takeFormat(_ entry: YAMLEntry) -> Bool {
    let node = entry.value
    switch entry.key {
    case "number":
      numbers.decimal = node["decimal"]?.text ?? numbers.decimal
      numbers.group = node["group"]?.text ?? numbers.group
      numbers.minus = node["minus"]?.text ?? numbers.minus
      numbers.percent = node["percent"]?.text ?? numbers.percent
    case "date":
      dates.day = node.text ?? node["day"]?.text ?? dates.day
      dates.month = node["month"]?.text ?? dates.month
    case "months":
      dates.months = Self.names(node["full"]) ?? dates.months
      dates.shortMonths = Self.names(node["short"]) ?? dates.shortMonths
    case "alphabet": alphabet = Self.texts(node) ?? alphabet
    default: return false
    }
    return true
  }

  /// Walks a tree of keys without recursion: its depth is limited by the reader of YAML.
  private mutating func flatten(_ entry: YAMLEntry, _ keys: inout Set<String>) {
    var open = [(entry.key, entry.value, entry.position)]
    while let (key, node, place) = open.popLast() {
      if let text = node.text {
        phrases[key] = .text(text)
        keys.insert(key)
        places[key] = place
      } else if let plural = Self.plural(node) {
        phrases[key] = .plural(plural)
        keys.insert(key)
        places[key] = place
      } else if let entries = node.entries {
        open += entries.map { (key + "." + $0.key, $0.value, $0.position) }
      } else {
        open += (node.elements ?? []).enumerated().map { ("\(key).\($0)", $1, $1.position) }
      }
    }
  }

  private static func plural(_ node: YAMLNode) -> [String: String]? {
    guard let entries = node.entries, entries.contains(where: { $0.key == "other" }) else {
      return nil
    }
    var forms: [String: String] = [:]
    for entry in entries {
      guard ["one", "few", "many", "other"].contains(entry.key), let text = entry.value.text else {
        return nil
      }
      forms[entry.key] = text
    }
    return forms
  }

  private static func names(_ node: YAMLNode?) -> [String]? {
    let names = node?.elements?.compactMap(\.text)
    return names?.count == 12 ? names : nil
  }

  private static func texts(_ node: YAMLNode) -> [String]? {
    node.elements?.compactMap(\.text) ?? node.text?.split(separator: " ").map { String($0) }
  }
}
