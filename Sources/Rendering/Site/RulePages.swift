internal import Diagnostics
internal import Liquid

extension SiteContext {
  /// The list of all rules, and a page for each.
  var rulePages: [SitePage] {
    guard links.isOn("rules") else { return [] }
    return [
      SitePage(SitePaths.list("rules", page: 1)) { [self] () throws(RenderingError) in
        try ruleIndex()
      }
    ]
      + input.rules.all.map { rule in
        SitePage("rules/\(rule.id.rawValue).html") { [self] () throws(RenderingError) in
          try rulePage(rule.id)
        }
      }
  }

  private func ruleIndex() throws(RenderingError) -> [UInt8] {
    let head = PageHead(
      kind: "rules", title: wording.text("page.rules.title"),
      path: SitePaths.list("rules", page: 1), section: "rules")
    let scope = PageScope(self, path: head.path)
    let rules = input.rules.all.map { ruleValue($0.id, scope) }
    return try page(head, "pages/rules.html", scope, [("rules", .list(rules))])
  }

  private func rulePage(_ rule: RuleID) throws(RenderingError) -> [UInt8] {
    let head = PageHead(
      kind: "rule", title: ruleTitle(rule.rawValue), path: "rules/\(rule.rawValue).html",
      section: "rules")
    let scope = PageScope(self, path: head.path)
    return try page(head, "pages/rule.html", scope, [("rule", ruleValue(rule, scope))])
  }

  /// What a rule says about itself.
  func ruleValue(_ id: RuleID, _ scope: PageScope) -> Value {
    let name = id.rawValue
    guard let rule = input.rules[id] else {
      return [
        "id": .text(name), "title": .text(name), "severity": .nil, "reason": .nil,
        "source": .nil, "help": .nil, "messages": [], "bad": [], "good": [], "url": .nil,
        "found": 0, "places": [],
        "found_url": .nil,
      ]
    }
    return [
      "id": .text(name), "title": .text(ruleTitle(name)),
      "severity": .text(rule.severity.rawValue),
      "reason": .text(wording.phrase("rule.\(name).reason") ?? rule.reason),
      "source": .text(rule.source),
      "help": .text(wording.phrase("rule.\(name).help") ?? rule.namedHelp),
      "messages": .list(rule.messages.map { .text($0) }), "bad": Self.files(rule.bad),
      "good": Self.files(rule.good), "url": Value(scope.link(links.rule(name))),
      "places": placesValue(management.places(ofRule: name)),
      "found": .number(findings[id]?.places.count ?? 0),
      "found_url": Value(
        findings[id] == nil || !links.isOn("findings")
          ? nil : scope.link(Self.findingsPath(id, 1))),
    ]
  }

  private static func files(_ example: String) -> Value {
    .list(
      ExampleFile.files(in: example).map { file in
        ["name": .text(file.name), "text": .text(file.text)]
      })
  }
}
