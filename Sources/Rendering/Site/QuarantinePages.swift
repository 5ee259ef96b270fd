internal import BillingModel
internal import Diagnostics
internal import Liquid
internal import Reporting

extension SiteContext {
  /// The records that no report uses, with their raw text and what is wrong with each.
  var quarantinePages: [SitePage] {
    guard links.isOn("quarantine") else { return [] }
    let count = pageCount(input.basis.data.quarantine.count)
    return (1...count).map { number in
      SitePage(SitePaths.list("quarantine", page: number)) { [self] () throws(RenderingError) in
        try quarantinePage(number, of: count)
      }
    }
  }

  private func quarantinePage(_ number: Int, of count: Int) throws(RenderingError) -> [UInt8] {
    let all = input.basis.data.quarantine
    var head = PageHead(
      kind: "quarantine", title: wording.text("page.quarantine.title"),
      path: SitePaths.list("quarantine", page: number), section: "quarantine")
    head.number = number
    head.pageCount = count
    head.pagePath = { SitePaths.list("quarantine", page: $0) }
    head.showsRun = true
    let scope = PageScope(self, path: head.path)
    let shown = rows(ofPage: number, of: all.count)
    let list: [Value] = all[shown].map { quarantinedValue($0, scope) }
    let record = quarantineRecord.adding([
      ("list", .list(list)), ("first", .number(shown.lowerBound + 1)),
      ("last", .number(shown.upperBound)),
    ])
    return try page(head, "pages/quarantine.html", scope, [("quarantine", .record(record))])
  }

  private func quarantinedValue(_ row: QuarantinedRow, _ scope: PageScope) -> Value {
    let file = input.basis.data.files[row.source.file]
    let amounts: [Value] = row.amounts.sorted { $0.key < $1.key }.map { column, money in
      [
        "column": .text(column), "label": .text(wording.text("column.\(column).label")),
        "amount": .money(money),
      ]
    }
    let rules: [Value] = row.rules.map { rule in
      [
        "id": .text(rule), "title": .text(ruleTitle(rule)),
        "url": Value(scope.link(links.rule(rule))),
      ]
    }
    return [
      "file": .text(file.path), "line": .number(row.source.line),
      "table": Value(row.table?.rawValue), "rules": .list(rules), "amounts": .list(amounts),
      "text": Value(input.rawText(row).map { VisibleText.lines($0) }),
      "messages": .list(messages(of: row, in: file.path)),
    ]
  }

  /// What the findings of reading say about a record: those from its first line up to its last.
  private func messages(of row: QuarantinedRow, in file: String) -> [Value] {
    let lines = row.source.line..<(row.source.line + 1)
    return row.rules.flatMap { rule -> [Value] in
      guard let group = findings[RuleID(rule)] else { return [] }
      return group.places.lazy.map { self.input.findings[$0] }.filter { finding in
        finding.location.file == file && finding.location.line.map(lines.contains) ?? false
      }.map { .text(self.message(of: $0)) }
    }
  }
}

extension VisibleText {
  /// Text of several lines with everything hidden in it shown, line by line.
  static func lines(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { line(String($0)) }.joined(separator: "\n")
  }
}
