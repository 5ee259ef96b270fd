internal import Diagnostics
internal import Liquid
internal import Reporting

extension SiteContext {
  /// The findings: a page of all rules that were broken, and pages of each of them.
  var findingPages: [SitePage] {
    guard links.isOn("findings") else { return [] }
    return [
      SitePage(SitePaths.list("findings", page: 1)) { [self] () throws(RenderingError) in
        try findingIndex()
      }
    ]
      + findings.all.flatMap { group in
        let count = pageCount(group.places.count)
        return (1...count).map { number in
          SitePage(Self.findingsPath(group.rule, number)) { [self] () throws(RenderingError) in
            try findingPage(group, number, of: count)
          }
        }
      }
  }

  static func findingsPath(_ rule: RuleID, _ page: Int) -> String {
    "findings/\(rule.rawValue)" + (page == 1 ? ".html" : "~p\(page).html")
  }

  private func findingIndex() throws(RenderingError) -> [UInt8] {
    let path = SitePaths.list("findings", page: 1)
    var head = PageHead(
      kind: "findings", title: wording.text("page.findings.title"), path: path,
      section: "findings")
    head.showsRun = true
    let scope = PageScope(self, path: path)
    let values = [("findings", findingsValue(scope)), ("owners", ownersValue(scope))]
    return try page(head, "pages/findings.html", scope, values)
  }

  /// The rules that were broken, worst first.
  func findingsValue(_ scope: PageScope) -> Value {
    let groups: [Value] = findings.all.map { group in
      [
        "rule": .text(group.rule.rawValue), "severity": .text(group.severity.rawValue),
        "title": .text(ruleTitle(group.rule.rawValue)), "count": .number(group.places.count),
        "url": links.isOn("findings")
          ? Value(scope.link(Self.findingsPath(group.rule, 1))) : .nil,
      ]
    }
    return ["total": .number(input.findings.count), "rules": .list(groups)]
  }

  /// Those who answer for findings, with how many there are of each severity.
  private func ownersValue(_ scope: PageScope) -> Value {
    let owners = FindingOwnerCounts(input.basis, all: input.findings)
    return .list(
      owners.lines.map { line in
        let (key, id, path) = ownerPlace(line.owner)
        return [
          "kind": .text(key), "id": Value(id), "names": .list(line.names.map { .text($0) }),
          "url": Value(scope.link(path)), "error": .number(line.counts[.error]),
          "violation": .number(line.counts[.violation]),
          "warning": .number(line.counts[.warning]), "note": .number(line.counts[.note]),
          "waived": .number(line.counts.waived),
        ]
      })
  }

  private func ownerPlace(_ owner: FindingOwner) -> (key: String, id: String?, path: String?) {
    switch owner {
    case .buyer(let id): ("buyer", id, links.detail(.buyer, id))
    case .billingProfile(let id): ("billing_profile", id, links.detail(.billingProfile, id))
    case .administrators: ("administrators", nil, nil)
    case .exports: ("exports", nil, links.list("quarantine"))
    }
  }

  private func findingPage(
    _ group: FindingGroups.Group, _ number: Int, of count: Int
  ) throws(RenderingError) -> [UInt8] {
    let rule = group.rule
    var head = PageHead(
      kind: "finding-list", title: ruleTitle(rule.rawValue),
      path: Self.findingsPath(rule, number), section: "findings")
    head.number = number
    head.pageCount = count
    head.pagePath = { Self.findingsPath(rule, $0) }
    head.showsRun = true
    let scope = PageScope(self, path: head.path)
    let shown = rows(ofPage: number, of: group.places.count)
    let list = group.places[shown].map { findingValue(input.findings[$0], scope) }
    return try page(
      head, "pages/finding-list.html", scope,
      [
        (
          "findings",
          [
            "count": .number(group.places.count), "first": .number(shown.lowerBound + 1),
            "last": .number(shown.upperBound), "rows": .list(Array(list)),
          ]
        ),
        ("rule", ruleValue(rule, scope)),
      ])
  }

  private func findingValue(_ finding: Finding, _ scope: PageScope) -> Value {
    [
      "rule": .text(finding.rule.rawValue), "severity": .text(finding.severity.rawValue),
      "message": .text(message(of: finding)), "help": .text(help(of: finding)),
      "file": .text(finding.location.file), "line": Value(finding.location.line),
      "column": Value(finding.location.column), "value": Value(finding.value),
      "waiver": Value(finding.waiver), "subject": Value(finding.subject?.id),
      "subject_url": Value(scope.link(links.subject(finding.subject))),
    ]
  }
}
