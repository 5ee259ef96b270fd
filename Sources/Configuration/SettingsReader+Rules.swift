internal import Diagnostics
internal import YAMLReading

extension SettingsReader {
  /// One entry of `rules`.
  mutating func rule(_ entry: YAMLEntry) -> ConfiguredRule? {
    guard let known = vocabulary.rules.first(where: { $0.id == entry.key }) else {
      reportUnknown(entry, "rules", vocabulary.rules.map(\.id))
      return nil
    }
    var settings = ConfiguredRule(id: known.id)
    let section = "rules." + known.id
    let keys =
      ["severity"] + known.thresholds + (known.takesTolerance ? ["tolerance"] : [])
      + (known.takesProducts ? ["products"] : [])
    for inner in entries(entry.value, of: section, known: keys) {
      let key = section + "." + inner.key
      switch inner.key {
      case "severity": settings.severity = severity(inner.value, of: known)
      case "tolerance" where known.takesTolerance:
        settings.tolerance = decimal(inner.value, key)
      case "products" where known.takesProducts:
        settings.products = list(inner.value, key).compactMap { productGroup($0, key, known) }
      default:
        if let value = whole(inner.value, key, in: 0...100_000) {
          settings.thresholds.append(.init(name: inner.key, value: value))
        }
      }
    }
    return settings
  }

  /// One entry of a rule's `products`.
  private mutating func productGroup(
    _ node: YAMLNode, _ section: String, _ rule: SettingsVocabulary.Rule
  ) -> ConfiguredRule.ProductGroup? {
    var group = ConfiguredRule.ProductGroup(product: "")
    for entry in entries(node, of: section, known: ["product"] + rule.thresholds) {
      let key = section + "." + entry.key
      if entry.key == "product" {
        group.product = text(entry.value, key) ?? ""
      } else if let value = whole(entry.value, key, in: 0...100_000) {
        group.thresholds.append(.init(name: entry.key, value: value))
      }
    }
    if group.product.isEmpty, node.entries != nil {
      report(.badSetting, at: node.position, "an entry of `\(section)` needs `product`")
    }
    return group.product.isEmpty ? nil : group
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
}
