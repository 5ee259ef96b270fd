internal import YAMLReading

extension SettingsReader {
  private static let keys = [
    "inputs", "expect", "output", "templates", "history", "as_of", "rules", "regions", "waivers",
    "site", "publish", "limits", "mappings",
  ]

  /// The whole file.
  mutating func settings(_ root: YAMLNode) -> Settings {
    var settings = Settings()
    for entry in entries(root, of: "", known: Self.keys) {
      read(entry.key, entry.value, into: &settings)
    }
    return settings
  }

  private mutating func read(_ key: String, _ value: YAMLNode, into settings: inout Settings) {
    switch key {
    case "inputs": settings.inputs = list(value, key).compactMap { input($0) }
    case "expect":
      settings.expect = list(value, key).compactMap { known($0, key, among: vocabulary.tables) }
    case "output": settings.output = path(value, key)
    case "templates": settings.templates = path(value, key)
    case "history": settings.history = path(value, key)
    case "as_of": settings.asOf = date(value, key)
    case "rules": settings.rules = mapping(value, key)?.compactMap { rule($0) } ?? []
    case "regions": settings.regions = texts(value, key)
    case "waivers": settings.waivers = list(value, key).compactMap { waiver($0) }
    case "site": settings.site = site(value)
    case "publish": settings.publish = publish(value)
    case "limits": settings.limits = limits(value)
    case "mappings": settings.mappings = path(value, key)
    default: break
    }
  }

  private mutating func site(_ node: YAMLNode) -> SiteSettings {
    var site = SiteSettings()
    let keys = ["title", "language", "pages", "rows_per_page"]
    for entry in entries(node, of: "site", known: keys) {
      switch entry.key {
      case "title": site.title = text(entry.value, "site.title") ?? site.title
      case "language": site.language = language(entry.value) ?? site.language
      case "pages": site.pagesOff = pagesOff(entry.value)
      default:
        site.rowsPerPage =
          whole(entry.value, "site.rows_per_page", in: 1...Int.max) ?? site.rowsPerPage
      }
    }
    return site
  }

  /// A language tag such as `en` or `pt-BR`: it names a file and stands in `lang`.
  private mutating func language(_ node: YAMLNode) -> String? {
    let parts = (node.text ?? "").split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { $0 | 0x20 &- 97 < 26 || $0 &- 48 < 10 }
    }
    guard isTag, let text = node.text else {
      report(
        .badSetting, at: node.position, "`site.language` must be a language tag",
        help: "for example `en` or `pt-BR`")
      return nil
    }
    return text
  }

  private mutating func pagesOff(_ node: YAMLNode) -> Set<String> {
    var off: Set<String> = []
    for entry in entries(node, of: "site.pages", known: vocabulary.pages)
    where flag(entry.value, "site.pages.\(entry.key)") == false {
      off.insert(entry.key)
    }
    return off
  }

  private mutating func publish(_ node: YAMLNode) -> PublishSettings {
    var publish = PublishSettings()
    for entry in entries(node, of: "publish", known: ["keep", "run", "compress"]) {
      switch entry.key {
      case "keep": publish.keep = whole(entry.value, "publish.keep", in: 0...1000)
      case "run": publish.run = texts(entry.value, "publish.run")
      default:
        publish.compress = list(entry.value, "publish.compress").compactMap {
          word($0, "publish.compress")
        }
      }
    }
    return publish
  }

  private mutating func limits(_ node: YAMLNode) -> LimitSettings {
    var limits = LimitSettings()
    for entry in entries(node, of: "limits", known: ["expanded_bytes", "ratio"]) {
      let value = whole(entry.value, "limits." + entry.key, in: 1...Int.max)
      if entry.key == "ratio" { limits.ratio = value } else { limits.expandedBytes = value }
    }
    return limits
  }
}
